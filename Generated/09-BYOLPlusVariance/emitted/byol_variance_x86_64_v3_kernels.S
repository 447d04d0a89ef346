/* The kernels of byol_variance for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is byol_variance_x86_64_v3.c. */
#if defined(__x86_64__) && defined(__ELF__)
	.text
	.file	"kernels"
	.hidden	byol_variance_x86_64_v3_k0
	.globl	byol_variance_x86_64_v3_k0
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k0,@function
byol_variance_x86_64_v3_k0:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	addq	(%rdi), %rsi
	shlq	$6, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB0_1:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdx)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$8, %rcx
	movq	%rdx, %rcx
	jb	.LBB0_1
	vzeroupper
	retq
.Lfunc_end0:
	.size	byol_variance_x86_64_v3_k0, .Lfunc_end0-byol_variance_x86_64_v3_k0

	.hidden	byol_variance_x86_64_v3_k1
	.globl	byol_variance_x86_64_v3_k1
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k1,@function
byol_variance_x86_64_v3_k1:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	pushq	%rax
	movq	(%rdi), %rax
	movq	16(%rdi), %r15
	imulq	$3456, %rdx, %r14
	addq	24(%rdi), %r14
	leaq	(%rsi,%rsi,8), %r12
	shlq	$6, %r12
	addq	8(%rdi), %r12
	xorl	%ebx, %ebx
	vpcmpeqd	%xmm0, %xmm0, %xmm0
	vmovdqa	%xmm0, %xmm0
	xorl	%ecx, %ecx
	jmp	.LBB1_1
	.p2align	4, 0x90
.LBB1_4:
	leaq	1(%rcx), %rdx
	cmpq	$28, %rcx
	movq	%rdx, %rcx
	jae	.LBB1_5
.LBB1_1:
	imulq	$116, %rcx, %rdx
	addq	%r14, %rdx
	leaq	-1(%rcx), %rsi
	cmpq	$27, %rsi
	ja	.LBB1_2
	movl	$0, (%rdx)
	addq	$4, %rdx
	imulq	$112, %rsi, %rsi
	addq	%rax, %rsi
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB1_11:
	vmovups	(%rsi,%rdi,4), %ymm1
	vmovups	%ymm1, (%rdx,%rdi,4)
	leaq	8(%rdi), %rbp
	cmpq	$16, %rdi
	movq	%rbp, %rdi
	jb	.LBB1_11
	vmaskmovps	96(%rsi), %ymm0, %ymm1
	vmaskmovps	%ymm1, %ymm0, 96(%rdx)
	jmp	.LBB1_4
	.p2align	4, 0x90
.LBB1_2:
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB1_3:
	movl	$0, (%rdx,%rsi,4)
	leaq	1(%rsi), %rdi
	cmpq	$28, %rsi
	movq	%rdi, %rsi
	jb	.LBB1_3
	jmp	.LBB1_4
.LBB1_5:
	leaq	576(%r12), %r13
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB1_6:
	movq	%rbx, %rax
	shlq	$6, %rax
	prefetcht1	576(%r12,%rax)
	leaq	(%rbx,%rbx,2), %rcx
	movq	%rcx, %rdx
	shlq	$7, %rdx
	addq	%r15, %rdx
	shlq	$4, %rcx
	leaq	table(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%r12, %rsi
	vzeroupper
	callq	micro.6x16.at.c16.k1.s29.w16
	leaq	1(%rbx), %rax
	cmpq	$30, %rbx
	movq	%rax, %rbx
	jb	.LBB1_6
	leaq	table(%rip), %rbx
	.p2align	4, 0x90
.LBB1_8:
	leaq	(,%rbp,4), %rax
	addq	%rbp, %rax
	leaq	186(,%rbp,4), %rdx
	addq	%rbp, %rdx
	movq	%rbp, %rcx
	shlq	$6, %rcx
	prefetcht1	1984(%rcx,%r13)
	shlq	$6, %rdx
	addq	%r15, %rdx
	leaq	(%rbx,%rax,8), %rcx
	addq	$1488, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%r12, %rsi
	callq	micro.5x16.at.c16.k1.s29.w16
	leaq	1(%rbp), %rax
	testq	%rbp, %rbp
	movq	%rax, %rbp
	je	.LBB1_8
	addq	$8, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end1:
	.size	byol_variance_x86_64_v3_k1, .Lfunc_end1-byol_variance_x86_64_v3_k1

	.p2align	4, 0x90
	.type	micro.6x16.at.c16.k1.s29.w16,@function
micro.6x16.at.c16.k1.s29.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB2_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	64(%rdx), %ymm2
	vmovups	96(%rdx), %ymm3
	vmovups	128(%rdx), %ymm4
	vmovups	160(%rdx), %ymm5
	vmovups	192(%rdx), %ymm6
	vmovups	224(%rdx), %ymm7
	vmovups	256(%rdx), %ymm8
	vmovups	288(%rdx), %ymm9
	vmovups	320(%rdx), %ymm10
	vmovups	352(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB2_4
	jmp	.LBB2_10
.LBB2_2:
	leaq	64(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	128(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	192(%rdx), %r14
	movq	%r15, %r13
	leaq	256(%rdx), %r15
	leaq	320(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB2_10
.LBB2_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB2_5
	.p2align	4, 0x90
.LBB2_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB2_10
.LBB2_5:
	leaq	(%r15,%r15,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r15, %r12
	addq	%r15, %r12
	testq	%r14, %r14
	jle	.LBB2_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB2_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB2_7
.LBB2_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB2_9
	.p2align	4, 0x90
.LBB2_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB2_11
	jmp	.LBB2_9
.LBB2_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 64(%rdx)
	vmovups	%ymm3, 96(%rdx)
	vmovups	%ymm4, 128(%rdx)
	vmovups	%ymm5, 160(%rdx)
	vmovups	%ymm6, 192(%rdx)
	vmovups	%ymm7, 224(%rdx)
	vmovups	%ymm8, 256(%rdx)
	vmovups	%ymm9, 288(%rdx)
	vmovups	%ymm10, 320(%rdx)
	vmovups	%ymm11, 352(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end2:
	.size	micro.6x16.at.c16.k1.s29.w16, .Lfunc_end2-micro.6x16.at.c16.k1.s29.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c16.k1.s29.w16,@function
micro.5x16.at.c16.k1.s29.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB3_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	64(%rdx), %ymm2
	vmovups	96(%rdx), %ymm3
	vmovups	128(%rdx), %ymm4
	vmovups	160(%rdx), %ymm5
	vmovups	192(%rdx), %ymm6
	vmovups	224(%rdx), %ymm7
	vmovups	256(%rdx), %ymm8
	vmovups	288(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB3_4
	jmp	.LBB3_10
.LBB3_2:
	leaq	64(%rdx), %rcx
	leaq	128(%rdx), %rax
	leaq	192(%rdx), %rbx
	leaq	256(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB3_10
.LBB3_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB3_5
	.p2align	4, 0x90
.LBB3_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB3_10
.LBB3_5:
	leaq	(%r14,%r14,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r14, %r12
	addq	%r14, %r12
	testq	%r15, %r15
	jle	.LBB3_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB3_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB3_7
.LBB3_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB3_9
	.p2align	4, 0x90
.LBB3_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB3_11
	jmp	.LBB3_9
.LBB3_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 64(%rdx)
	vmovups	%ymm3, 96(%rdx)
	vmovups	%ymm4, 128(%rdx)
	vmovups	%ymm5, 160(%rdx)
	vmovups	%ymm6, 192(%rdx)
	vmovups	%ymm7, 224(%rdx)
	vmovups	%ymm8, 256(%rdx)
	vmovups	%ymm9, 288(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end3:
	.size	micro.5x16.at.c16.k1.s29.w16, .Lfunc_end3-micro.5x16.at.c16.k1.s29.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI4_0:
	.long	0x3727c5ac
.LCPI4_1:
	.long	0x3f800000
	.text
	.hidden	byol_variance_x86_64_v3_k2
	.globl	byol_variance_x86_64_v3_k2
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k2,@function
byol_variance_x86_64_v3_k2:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	movq	16(%rdi), %rdx
	vbroadcastss	.LCPI4_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm0
	movq	24(%rdi), %rax
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI4_1(%rip), %ymm2
	vdivps	%ymm1, %ymm2, %ymm1
	movq	32(%rdi), %rsi
	vsqrtps	%ymm0, %ymm0
	movq	40(%rdi), %rdi
	vdivps	%ymm0, %ymm2, %ymm0
	vmulps	(%rcx), %ymm1, %ymm1
	vmulps	32(%rcx), %ymm0, %ymm0
	vmulps	(%rdx), %ymm1, %ymm2
	vmulps	32(%rdx), %ymm0, %ymm3
	vmovups	(%rax), %ymm4
	vsubps	%ymm2, %ymm4, %ymm2
	vmovups	32(%rax), %ymm4
	vsubps	%ymm3, %ymm4, %ymm3
	vmovups	%ymm1, (%rsi)
	vmovups	%ymm0, 32(%rsi)
	vmovups	%ymm2, (%rdi)
	vmovups	%ymm3, 32(%rdi)
	vzeroupper
	retq
.Lfunc_end4:
	.size	byol_variance_x86_64_v3_k2, .Lfunc_end4-byol_variance_x86_64_v3_k2

	.hidden	byol_variance_x86_64_v3_k3
	.globl	byol_variance_x86_64_v3_k3
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k3,@function
byol_variance_x86_64_v3_k3:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movq	%rsi, %rcx
	andq	$-128, %rcx
	addq	(%rdi), %rcx
	andl	$64, %esi
	addq	%rcx, %rsi
	shlq	$10, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB5_1:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$143, %rcx
	movq	%rdx, %rcx
	jb	.LBB5_1
	vzeroupper
	retq
.Lfunc_end5:
	.size	byol_variance_x86_64_v3_k3, .Lfunc_end5-byol_variance_x86_64_v3_k3

	.hidden	byol_variance_x86_64_v3_k4
	.globl	byol_variance_x86_64_v3_k4
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k4,@function
byol_variance_x86_64_v3_k4:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	32(%rdi), %rax
	imulq	$14464, %rdx, %r14
	addq	24(%rdi), %r14
	movq	40(%rdi), %r9
	movq	48(%rdi), %r10
	movq	%rsi, 16(%rsp)
	leaq	(%rsi,%rsi,8), %r13
	shlq	$10, %r13
	addq	8(%rdi), %r13
	xorl	%ebx, %ebx
	vxorps	%xmm0, %xmm0, %xmm0
	movabsq	$6023426636313322977, %r8
	xorl	%ebp, %ebp
	jmp	.LBB6_1
	.p2align	4, 0x90
.LBB6_5:
	leaq	1(%rbp), %rcx
	cmpq	$14, %rbp
	movq	%rcx, %rbp
	jae	.LBB6_6
.LBB6_1:
	imulq	$960, %rbp, %rdi
	addq	%r14, %rdi
	leaq	-1(%rbp), %rdx
	movl	$0, %ecx
	movl	$0, %esi
	cmpq	$14, %rdx
	jae	.LBB6_14
	.p2align	4, 0x90
.LBB6_2:
	vmovups	%ymm0, (%rdi,%rcx,4)
	leaq	8(%rcx), %rsi
	testq	%rcx, %rcx
	movq	%rsi, %rcx
	je	.LBB6_2
	movq	%rdx, %rcx
	shlq	$4, %rcx
	subq	%rdx, %rcx
	subq	%rdx, %rcx
	addq	$64, %rdi
	movq	%rcx, %rdx
	shrq	$2, %rdx
	mulxq	%r8, %rdx, %rdx
	shrq	$4, %rdx
	imulq	$196, %rdx, %rdx
	subq	%rdx, %rcx
	vmovups	(%r9), %ymm1
	vmovups	32(%r9), %ymm2
	vmovups	(%r10), %ymm3
	vmovups	32(%r10), %ymm4
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB6_4:
	leaq	(%rcx,%rdx), %rsi
	shlq	$6, %rsi
	vmulps	(%rax,%rsi), %ymm1, %ymm5
	vaddps	%ymm3, %ymm5, %ymm5
	vmulps	32(%rax,%rsi), %ymm2, %ymm6
	vaddps	%ymm4, %ymm6, %ymm6
	vcmpnleps	%ymm0, %ymm5, %ymm7
	vandps	%ymm5, %ymm7, %ymm5
	vcmpnleps	%ymm0, %ymm6, %ymm7
	vandps	%ymm6, %ymm7, %ymm6
	movq	%rdx, %rsi
	shlq	$6, %rsi
	vmovups	%ymm5, (%rdi,%rsi)
	vmovups	%ymm6, 32(%rdi,%rsi)
	leaq	1(%rdx), %rsi
	cmpq	$13, %rdx
	movq	%rsi, %rdx
	jb	.LBB6_4
	jmp	.LBB6_5
	.p2align	4, 0x90
.LBB6_14:
	vmovups	%ymm0, (%rdi,%rsi,4)
	leaq	8(%rsi), %rcx
	cmpq	$232, %rsi
	movq	%rcx, %rsi
	jb	.LBB6_14
	jmp	.LBB6_5
.LBB6_6:
	leaq	9216(%r13), %rbp
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB6_7:
	movq	%rbx, %rax
	shlq	$10, %rax
	addq	%r13, %rax
	addq	$9216, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB6_8:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	prefetcht1	(%rax,%rdx)
	prefetcht1	64(%rax,%rdx)
	prefetcht1	128(%rax,%rdx)
	prefetcht1	192(%rax,%rdx)
	prefetcht1	256(%rax,%rdx)
	prefetcht1	320(%rax,%rdx)
	prefetcht1	384(%rax,%rdx)
	prefetcht1	448(%rax,%rdx)
	leaq	1(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB6_8
	movq	16(%rsp), %r12
	shll	$6, %r12d
	andl	$64, %r12d
	addq	8(%rsp), %r12
	leaq	(%rbx,%rbx,2), %rcx
	movq	%rcx, %rdx
	shlq	$8, %rdx
	addq	%r12, %rdx
	shlq	$4, %rcx
	leaq	table.1(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$48, %r9d
	movq	%r14, %rdi
	movq	%r13, %rsi
	vzeroupper
	callq	micro.6x16.at.c32.k1.s240.w16
	leaq	1(%rbx), %rax
	cmpq	$3, %rbx
	movq	%rax, %rbx
	jb	.LBB6_7
	.p2align	4, 0x90
.LBB6_10:
	leaq	(%r15,%r15,4), %rdx
	addq	$24, %rdx
	movq	%r15, %rax
	shlq	$10, %rax
	addq	%rbp, %rax
	addq	$4096, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB6_11:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	testq	%rcx, %rcx
	movq	%rsi, %rcx
	je	.LBB6_11
	leaq	table.1(%rip), %rax
	leaq	(%rax,%rdx,8), %rcx
	shlq	$7, %rdx
	addq	%r12, %rdx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$48, %r9d
	movq	%r14, %rdi
	movq	%r13, %rsi
	callq	micro.5x16.at.c32.k1.s240.w16
	leaq	1(%r15), %rax
	cmpq	$4, %r15
	movq	%rax, %r15
	jb	.LBB6_10
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end6:
	.size	byol_variance_x86_64_v3_k4, .Lfunc_end6-byol_variance_x86_64_v3_k4

	.p2align	4, 0x90
	.type	micro.6x16.at.c32.k1.s240.w16,@function
micro.6x16.at.c32.k1.s240.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB7_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	vmovups	640(%rdx), %ymm10
	vmovups	672(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB7_4
	jmp	.LBB7_10
.LBB7_2:
	leaq	128(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	256(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	384(%rdx), %r14
	movq	%r15, %r13
	leaq	512(%rdx), %r15
	leaq	640(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB7_10
.LBB7_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB7_5
	.p2align	4, 0x90
.LBB7_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB7_10
.LBB7_5:
	imulq	$240, %r15, %r12
	testq	%r14, %r14
	jle	.LBB7_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB7_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB7_7
.LBB7_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB7_9
	.p2align	4, 0x90
.LBB7_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB7_11
	jmp	.LBB7_9
.LBB7_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	vmovups	%ymm10, 640(%rdx)
	vmovups	%ymm11, 672(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end7:
	.size	micro.6x16.at.c32.k1.s240.w16, .Lfunc_end7-micro.6x16.at.c32.k1.s240.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c32.k1.s240.w16,@function
micro.5x16.at.c32.k1.s240.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB8_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB8_4
	jmp	.LBB8_10
.LBB8_2:
	leaq	128(%rdx), %rcx
	leaq	256(%rdx), %rax
	leaq	384(%rdx), %rbx
	leaq	512(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB8_10
.LBB8_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB8_5
	.p2align	4, 0x90
.LBB8_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB8_10
.LBB8_5:
	imulq	$240, %r14, %r12
	testq	%r15, %r15
	jle	.LBB8_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB8_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB8_7
.LBB8_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB8_9
	.p2align	4, 0x90
.LBB8_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB8_11
	jmp	.LBB8_9
.LBB8_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end8:
	.size	micro.5x16.at.c32.k1.s240.w16, .Lfunc_end8-micro.5x16.at.c32.k1.s240.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI9_0:
	.long	0x3727c5ac
.LCPI9_1:
	.long	0x3f800000
	.text
	.hidden	byol_variance_x86_64_v3_k5
	.globl	byol_variance_x86_64_v3_k5
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k5,@function
byol_variance_x86_64_v3_k5:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI9_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm2
	vaddps	64(%rax), %ymm0, %ymm3
	vaddps	96(%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI9_1(%rip), %ymm4
	vdivps	%ymm1, %ymm4, %ymm1
	vsqrtps	%ymm2, %ymm2
	movq	8(%rdi), %rax
	vdivps	%ymm2, %ymm4, %ymm2
	movq	16(%rdi), %rcx
	vsqrtps	%ymm3, %ymm3
	movq	24(%rdi), %rdx
	vdivps	%ymm3, %ymm4, %ymm3
	movq	32(%rdi), %rsi
	vsqrtps	%ymm0, %ymm0
	movq	40(%rdi), %rdi
	vdivps	%ymm0, %ymm4, %ymm0
	vmulps	(%rax), %ymm1, %ymm1
	vmulps	32(%rax), %ymm2, %ymm2
	vmulps	64(%rax), %ymm3, %ymm3
	vmulps	96(%rax), %ymm0, %ymm0
	vmulps	(%rcx), %ymm1, %ymm4
	vmulps	32(%rcx), %ymm2, %ymm5
	vmulps	64(%rcx), %ymm3, %ymm6
	vmulps	96(%rcx), %ymm0, %ymm7
	vmovups	(%rdx), %ymm8
	vsubps	%ymm4, %ymm8, %ymm4
	vmovups	32(%rdx), %ymm8
	vsubps	%ymm5, %ymm8, %ymm5
	vmovups	64(%rdx), %ymm8
	vsubps	%ymm6, %ymm8, %ymm6
	vmovups	96(%rdx), %ymm8
	vsubps	%ymm7, %ymm8, %ymm7
	vmovups	%ymm1, (%rsi)
	vmovups	%ymm2, 32(%rsi)
	vmovups	%ymm3, 64(%rsi)
	vmovups	%ymm0, 96(%rsi)
	vmovups	%ymm4, (%rdi)
	vmovups	%ymm5, 32(%rdi)
	vmovups	%ymm6, 64(%rdi)
	vmovups	%ymm7, 96(%rdi)
	vzeroupper
	retq
.Lfunc_end9:
	.size	byol_variance_x86_64_v3_k5, .Lfunc_end9-byol_variance_x86_64_v3_k5

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI10_0:
	.long	0x3727c5ac
.LCPI10_1:
	.long	0x3f800000
	.text
	.hidden	byol_variance_x86_64_v3_k6
	.globl	byol_variance_x86_64_v3_k6
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k6,@function
byol_variance_x86_64_v3_k6:
	pushq	%rbx
	movq	(%rdi), %r8
	movq	8(%rdi), %r9
	movq	16(%rdi), %r10
	movq	24(%rdi), %r11
	movq	32(%rdi), %rax
	movq	40(%rdi), %rdi
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI10_0(%rip), %ymm0
	vbroadcastss	.LCPI10_1(%rip), %ymm1
	.p2align	4, 0x90
.LBB10_1:
	leaq	(,%rcx,4), %rdx
	movq	%rdx, %rsi
	orq	$32, %rsi
	movq	%rdx, %rbx
	orq	$64, %rbx
	orq	$96, %rdx
	vaddps	(%r8,%rcx,4), %ymm0, %ymm2
	vaddps	(%r8,%rsi), %ymm0, %ymm3
	vaddps	(%r8,%rbx), %ymm0, %ymm4
	vaddps	(%r8,%rdx), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	vmulps	(%r9,%rcx,4), %ymm2, %ymm2
	vmulps	(%r9,%rsi), %ymm3, %ymm3
	vmulps	(%r9,%rbx), %ymm4, %ymm4
	vmulps	(%r9,%rdx), %ymm5, %ymm5
	vmulps	(%r10,%rcx,4), %ymm2, %ymm6
	vmulps	(%r10,%rsi), %ymm3, %ymm7
	vmulps	(%r10,%rbx), %ymm4, %ymm8
	vmulps	(%r10,%rdx), %ymm5, %ymm9
	vmovups	(%r11,%rcx,4), %ymm10
	vsubps	%ymm6, %ymm10, %ymm6
	vmovups	(%r11,%rsi), %ymm10
	vsubps	%ymm7, %ymm10, %ymm7
	vmovups	(%r11,%rbx), %ymm10
	vsubps	%ymm8, %ymm10, %ymm8
	vmovups	(%r11,%rdx), %ymm10
	vsubps	%ymm9, %ymm10, %ymm9
	vmovups	%ymm2, (%rax,%rcx,4)
	vmovups	%ymm3, (%rax,%rsi)
	vmovups	%ymm4, (%rax,%rbx)
	vmovups	%ymm5, (%rax,%rdx)
	vmovups	%ymm6, (%rdi,%rcx,4)
	vmovups	%ymm7, (%rdi,%rsi)
	vmovups	%ymm8, (%rdi,%rbx)
	vmovups	%ymm9, (%rdi,%rdx)
	leaq	32(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB10_1
	popq	%rbx
	vzeroupper
	retq
.Lfunc_end10:
	.size	byol_variance_x86_64_v3_k6, .Lfunc_end10-byol_variance_x86_64_v3_k6

	.hidden	byol_variance_x86_64_v3_k7
	.globl	byol_variance_x86_64_v3_k7
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k7,@function
byol_variance_x86_64_v3_k7:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movzbl	%sil, %ecx
	andq	$-256, %rsi
	addq	(%rdi), %rsi
	addq	%rsi, %rcx
	shlq	$11, %rax
	addq	8(%rdi), %rax
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB11_1:
	movq	%rdx, %rsi
	shlq	$8, %rsi
	movq	%rdx, %rdi
	shlq	$6, %rdi
	vmovups	(%rcx,%rsi), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rcx,%rsi), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rdx), %rsi
	cmpq	$287, %rdx
	movq	%rsi, %rdx
	jb	.LBB11_1
	vzeroupper
	retq
.Lfunc_end11:
	.size	byol_variance_x86_64_v3_k7, .Lfunc_end11-byol_variance_x86_64_v3_k7

	.hidden	byol_variance_x86_64_v3_k8
	.globl	byol_variance_x86_64_v3_k8
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k8,@function
byol_variance_x86_64_v3_k8:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$56, %rsp
	movq	16(%rdi), %r11
	imulq	$10432, %rdx, %r12
	addq	24(%rdi), %r12
	movq	32(%rdi), %rax
	movq	40(%rdi), %r9
	movq	48(%rdi), %rbp
	movq	56(%rdi), %r13
	movq	64(%rdi), %rcx
	movq	%rcx, 16(%rsp)
	movq	72(%rdi), %rcx
	movq	%rcx, 24(%rsp)
	movq	88(%rdi), %rcx
	movq	%rcx, 48(%rsp)
	leaq	(%rsi,%rsi,8), %rdx
	movl	%esi, %r10d
	andl	$3, %r10d
	movq	%r10, %rcx
	shlq	$11, %rdx
	addq	8(%rdi), %rdx
	movq	%rdx, 8(%rsp)
	shlq	$4, %rcx
	movq	%rcx, 32(%rsp)
	xorl	%esi, %esi
	vxorps	%xmm0, %xmm0, %xmm0
	movabsq	$5646962471543740291, %r8
	jmp	.LBB12_1
	.p2align	4, 0x90
.LBB12_8:
	leaq	1(%rsi), %rcx
	cmpq	$8, %rsi
	movq	%rcx, %rsi
	jae	.LBB12_9
.LBB12_1:
	leaq	(%rsi,%rsi,8), %rdi
	shlq	$7, %rdi
	addq	%r12, %rdi
	leaq	-1(%rsi), %rbx
	movl	$0, %edx
	movl	$0, %ecx
	cmpq	$7, %rbx
	jae	.LBB12_7
	.p2align	4, 0x90
.LBB12_2:
	vmovups	%ymm0, (%rdi,%rdx,4)
	leaq	8(%rdx), %rcx
	cmpq	$24, %rdx
	movq	%rcx, %rdx
	jb	.LBB12_2
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB12_4:
	vmovups	%ymm0, 1024(%rdi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$24, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_4
	leaq	(,%rbx,8), %rdx
	subq	%rbx, %rdx
	mulxq	%r8, %rcx, %rcx
	subq	$-128, %rdi
	movq	%rdx, %rbx
	subq	%rcx, %rbx
	shrq	%rbx
	addq	%rcx, %rbx
	shrq	$5, %rbx
	imulq	$49, %rbx, %rcx
	subq	%rcx, %rdx
	vmovups	(%r9), %ymm1
	vmovups	32(%r9), %ymm2
	vmovups	64(%r9), %ymm3
	vmovups	96(%r9), %ymm4
	vmovups	(%rbp), %ymm5
	vmovups	32(%rbp), %ymm6
	vmovups	64(%rbp), %ymm7
	vmovups	96(%rbp), %ymm8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB12_6:
	leaq	(%rdx,%rbx), %rcx
	shlq	$7, %rcx
	vmulps	(%rax,%rcx), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	32(%rax,%rcx), %ymm2, %ymm10
	vmulps	64(%rax,%rcx), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	96(%rax,%rcx), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	vandps	%ymm12, %ymm13, %ymm12
	movq	%rbx, %rcx
	shlq	$7, %rcx
	vmovups	%ymm9, (%rdi,%rcx)
	vmovups	%ymm10, 32(%rdi,%rcx)
	vmovups	%ymm11, 64(%rdi,%rcx)
	vmovups	%ymm12, 96(%rdi,%rcx)
	leaq	1(%rbx), %rcx
	cmpq	$6, %rbx
	movq	%rcx, %rbx
	jb	.LBB12_6
	jmp	.LBB12_8
	.p2align	4, 0x90
.LBB12_7:
	vmovups	%ymm0, (%rdi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$280, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_7
	jmp	.LBB12_8
.LBB12_9:
	movq	8(%rsp), %rax
	leaq	18432(%rax), %rbp
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB12_10:
	movq	%rax, %rcx
	shlq	$9, %rcx
	prefetcht1	(%rbp,%rcx)
	prefetcht1	64(%rbp,%rcx)
	prefetcht1	128(%rbp,%rcx)
	prefetcht1	192(%rbp,%rcx)
	prefetcht1	256(%rbp,%rcx)
	prefetcht1	320(%rbp,%rcx)
	prefetcht1	384(%rbp,%rcx)
	prefetcht1	448(%rbp,%rcx)
	leaq	1(%rax), %rcx
	cmpq	$11, %rax
	movq	%rcx, %rax
	jb	.LBB12_10
	shlq	$6, %r10
	movq	%r10, 40(%rsp)
	movq	%r11, %rdx
	addq	%r10, %rdx
	movq	$0, (%rsp)
	leaq	table.2(%rip), %rcx
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r12, %rdi
	movq	8(%rsp), %rsi
	movq	%rdx, %rbx
	vzeroupper
	callq	micro.6x16.at.c64.k1.s288.w16
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB12_12:
	leaq	(%r14,%r14,4), %rdx
	addq	$6, %rdx
	leaq	1(%r14), %r15
	leaq	(%r15,%r15,2), %rax
	shlq	$11, %rax
	addq	%rbp, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB12_13:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	cmpq	$11, %rcx
	movq	%rsi, %rcx
	jb	.LBB12_13
	leaq	table.2(%rip), %rax
	leaq	(%rax,%rdx,8), %rcx
	shlq	$8, %rdx
	addq	%rbx, %rdx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r12, %rdi
	movq	8(%rsp), %rsi
	callq	micro.5x16.at.c64.k1.s288.w16
	testq	%r14, %r14
	movq	%r15, %r14
	je	.LBB12_12
	movq	40(%rsp), %rdi
	movq	16(%rsp), %rcx
	vmovups	(%rcx,%rdi), %ymm0
	movq	32(%rsp), %rbp
	movq	%rbp, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm1
	movq	24(%rsp), %rcx
	vmovups	(%rcx,%rdi), %ymm2
	vmovups	(%rcx,%rax,4), %ymm3
	vxorps	%xmm4, %xmm4, %xmm4
	xorl	%ecx, %ecx
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	.p2align	4, 0x90
.LBB12_16:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	leaq	(%rdx,%rbp), %rsi
	orq	%rax, %rdx
	vmulps	(%r13,%rsi,4), %ymm0, %ymm7
	vaddps	%ymm2, %ymm7, %ymm7
	vmulps	(%r13,%rdx,4), %ymm1, %ymm8
	vaddps	%ymm3, %ymm8, %ymm8
	vcmpnleps	%ymm4, %ymm7, %ymm9
	vandps	%ymm7, %ymm9, %ymm7
	vaddps	%ymm7, %ymm5, %ymm5
	vcmpnleps	%ymm4, %ymm8, %ymm7
	vandps	%ymm7, %ymm8, %ymm7
	vaddps	%ymm7, %ymm6, %ymm6
	leaq	1(%rcx), %rdx
	cmpq	$15, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_16
	movq	48(%rsp), %rcx
	vmovups	%ymm5, (%rcx,%rdi)
	vmovups	%ymm6, (%rcx,%rax,4)
	addq	$56, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end12:
	.size	byol_variance_x86_64_v3_k8, .Lfunc_end12-byol_variance_x86_64_v3_k8

	.p2align	4, 0x90
	.type	micro.6x16.at.c64.k1.s288.w16,@function
micro.6x16.at.c64.k1.s288.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB13_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	vmovups	1280(%rdx), %ymm10
	vmovups	1312(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB13_4
	jmp	.LBB13_10
.LBB13_2:
	leaq	256(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	512(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	768(%rdx), %r14
	movq	%r15, %r13
	leaq	1024(%rdx), %r15
	leaq	1280(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB13_10
.LBB13_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB13_5
	.p2align	4, 0x90
.LBB13_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB13_10
.LBB13_5:
	movq	%r15, %rax
	shlq	$5, %rax
	leaq	(%rax,%rax,8), %r12
	testq	%r14, %r14
	jle	.LBB13_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB13_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB13_7
.LBB13_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB13_9
	.p2align	4, 0x90
.LBB13_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB13_11
	jmp	.LBB13_9
.LBB13_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	vmovups	%ymm10, 1280(%rdx)
	vmovups	%ymm11, 1312(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end13:
	.size	micro.6x16.at.c64.k1.s288.w16, .Lfunc_end13-micro.6x16.at.c64.k1.s288.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c64.k1.s288.w16,@function
micro.5x16.at.c64.k1.s288.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB14_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB14_4
	jmp	.LBB14_10
.LBB14_2:
	leaq	256(%rdx), %rcx
	leaq	512(%rdx), %rax
	leaq	768(%rdx), %rbx
	leaq	1024(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB14_10
.LBB14_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB14_5
	.p2align	4, 0x90
.LBB14_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB14_10
.LBB14_5:
	movq	%r14, %rax
	shlq	$5, %rax
	leaq	(%rax,%rax,8), %r12
	testq	%r15, %r15
	jle	.LBB14_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB14_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB14_7
.LBB14_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB14_9
	.p2align	4, 0x90
.LBB14_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB14_11
	jmp	.LBB14_9
.LBB14_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end14:
	.size	micro.5x16.at.c64.k1.s288.w16, .Lfunc_end14-micro.5x16.at.c64.k1.s288.w16

	.hidden	byol_variance_x86_64_v3_k9
	.globl	byol_variance_x86_64_v3_k9
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k9,@function
byol_variance_x86_64_v3_k9:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB15_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$60, %rdx
	movq	%rsi, %rdx
	jb	.LBB15_1
	retq
.Lfunc_end15:
	.size	byol_variance_x86_64_v3_k9, .Lfunc_end15-byol_variance_x86_64_v3_k9

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI16_0:
	.long	0x3d800000
	.text
	.hidden	byol_variance_x86_64_v3_k10
	.globl	byol_variance_x86_64_v3_k10
	.p2align	4, 0x90
	.type	byol_variance_x86_64_v3_k10,@function
byol_variance_x86_64_v3_k10:
	movq	(%rdi), %r8
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vbroadcastss	.LCPI16_0(%rip), %ymm0
	.p2align	4, 0x90
.LBB16_1:
	leaq	(,%rdx,4), %rsi
	movq	%rsi, %rdi
	orq	$32, %rdi
	movq	%rsi, %rax
	orq	$64, %rax
	orq	$96, %rsi
	vmulps	(%r8,%rdx,4), %ymm0, %ymm1
	vmulps	(%r8,%rdi), %ymm0, %ymm2
	vmulps	(%r8,%rax), %ymm0, %ymm3
	vmulps	(%r8,%rsi), %ymm0, %ymm4
	vmovups	%ymm1, (%rcx,%rdx,4)
	vmovups	%ymm2, (%rcx,%rdi)
	vmovups	%ymm3, (%rcx,%rax)
	vmovups	%ymm4, (%rcx,%rsi)
	leaq	32(%rdx), %rax
	testq	%rdx, %rdx
	movq	%rax, %rdx
	je	.LBB16_1
	vzeroupper
	retq
.Lfunc_end16:
	.size	byol_variance_x86_64_v3_k10, .Lfunc_end16-byol_variance_x86_64_v3_k10

	.type	table,@object
	.section	.rodata,"a",@progbits
	.p2align	4
table:
	.quad	0
	.quad	2
	.quad	4
	.quad	6
	.quad	8
	.quad	10
	.quad	12
	.quad	14
	.quad	16
	.quad	18
	.quad	20
	.quad	22
	.quad	24
	.quad	26
	.quad	58
	.quad	60
	.quad	62
	.quad	64
	.quad	66
	.quad	68
	.quad	70
	.quad	72
	.quad	74
	.quad	76
	.quad	78
	.quad	80
	.quad	82
	.quad	84
	.quad	116
	.quad	118
	.quad	120
	.quad	122
	.quad	124
	.quad	126
	.quad	128
	.quad	130
	.quad	132
	.quad	134
	.quad	136
	.quad	138
	.quad	140
	.quad	142
	.quad	174
	.quad	176
	.quad	178
	.quad	180
	.quad	182
	.quad	184
	.quad	186
	.quad	188
	.quad	190
	.quad	192
	.quad	194
	.quad	196
	.quad	198
	.quad	200
	.quad	232
	.quad	234
	.quad	236
	.quad	238
	.quad	240
	.quad	242
	.quad	244
	.quad	246
	.quad	248
	.quad	250
	.quad	252
	.quad	254
	.quad	256
	.quad	258
	.quad	290
	.quad	292
	.quad	294
	.quad	296
	.quad	298
	.quad	300
	.quad	302
	.quad	304
	.quad	306
	.quad	308
	.quad	310
	.quad	312
	.quad	314
	.quad	316
	.quad	348
	.quad	350
	.quad	352
	.quad	354
	.quad	356
	.quad	358
	.quad	360
	.quad	362
	.quad	364
	.quad	366
	.quad	368
	.quad	370
	.quad	372
	.quad	374
	.quad	406
	.quad	408
	.quad	410
	.quad	412
	.quad	414
	.quad	416
	.quad	418
	.quad	420
	.quad	422
	.quad	424
	.quad	426
	.quad	428
	.quad	430
	.quad	432
	.quad	464
	.quad	466
	.quad	468
	.quad	470
	.quad	472
	.quad	474
	.quad	476
	.quad	478
	.quad	480
	.quad	482
	.quad	484
	.quad	486
	.quad	488
	.quad	490
	.quad	522
	.quad	524
	.quad	526
	.quad	528
	.quad	530
	.quad	532
	.quad	534
	.quad	536
	.quad	538
	.quad	540
	.quad	542
	.quad	544
	.quad	546
	.quad	548
	.quad	580
	.quad	582
	.quad	584
	.quad	586
	.quad	588
	.quad	590
	.quad	592
	.quad	594
	.quad	596
	.quad	598
	.quad	600
	.quad	602
	.quad	604
	.quad	606
	.quad	638
	.quad	640
	.quad	642
	.quad	644
	.quad	646
	.quad	648
	.quad	650
	.quad	652
	.quad	654
	.quad	656
	.quad	658
	.quad	660
	.quad	662
	.quad	664
	.quad	696
	.quad	698
	.quad	700
	.quad	702
	.quad	704
	.quad	706
	.quad	708
	.quad	710
	.quad	712
	.quad	714
	.quad	716
	.quad	718
	.quad	720
	.quad	722
	.quad	754
	.quad	756
	.quad	758
	.quad	760
	.quad	762
	.quad	764
	.quad	766
	.quad	768
	.quad	770
	.quad	772
	.quad	774
	.quad	776
	.quad	778
	.quad	780
	.size	table, 1568

	.type	table.1,@object
	.p2align	4
table.1:
	.quad	0
	.quad	32
	.quad	64
	.quad	96
	.quad	128
	.quad	160
	.quad	192
	.quad	480
	.quad	512
	.quad	544
	.quad	576
	.quad	608
	.quad	640
	.quad	672
	.quad	960
	.quad	992
	.quad	1024
	.quad	1056
	.quad	1088
	.quad	1120
	.quad	1152
	.quad	1440
	.quad	1472
	.quad	1504
	.quad	1536
	.quad	1568
	.quad	1600
	.quad	1632
	.quad	1920
	.quad	1952
	.quad	1984
	.quad	2016
	.quad	2048
	.quad	2080
	.quad	2112
	.quad	2400
	.quad	2432
	.quad	2464
	.quad	2496
	.quad	2528
	.quad	2560
	.quad	2592
	.quad	2880
	.quad	2912
	.quad	2944
	.quad	2976
	.quad	3008
	.quad	3040
	.quad	3072
	.size	table.1, 392

	.type	table.2,@object
	.p2align	4
table.2:
	.quad	0
	.quad	64
	.quad	128
	.quad	192
	.quad	576
	.quad	640
	.quad	704
	.quad	768
	.quad	1152
	.quad	1216
	.quad	1280
	.quad	1344
	.quad	1728
	.quad	1792
	.quad	1856
	.quad	1920
	.size	table.2, 128

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
