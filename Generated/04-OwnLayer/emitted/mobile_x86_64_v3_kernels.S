/* The kernels of mobile for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is mobile_x86_64_v3.c. */
#if defined(__x86_64__) && defined(__ELF__)
	.text
	.file	"kernels"
	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI0_0:
	.long	0x3727c5ac
.LCPI0_1:
	.long	0x3f800000
	.text
	.hidden	mobile_x86_64_v3_k0
	.globl	mobile_x86_64_v3_k0
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k0,@function
mobile_x86_64_v3_k0:
	pushq	%r14
	pushq	%rbx
	movq	(%rdi), %rsi
	movq	8(%rdi), %rax
	movq	16(%rdi), %rcx
	movq	24(%rdi), %r11
	movq	32(%rdi), %rdx
	movq	40(%rdi), %rbx
	movq	48(%rdi), %r10
	movq	56(%rdi), %r9
	movq	64(%rdi), %r8
	vbroadcastss	.LCPI0_0(%rip), %ymm0
	vaddps	(%rsi), %ymm0, %ymm1
	vaddps	32(%rsi), %ymm0, %ymm2
	movq	72(%rdi), %r14
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI0_1(%rip), %ymm3
	vdivps	%ymm1, %ymm3, %ymm1
	movq	80(%rdi), %rsi
	vsqrtps	%ymm2, %ymm2
	movq	88(%rdi), %rdi
	vdivps	%ymm2, %ymm3, %ymm2
	vmulps	(%rax), %ymm1, %ymm1
	vmulps	32(%rax), %ymm2, %ymm2
	vmulps	(%rcx), %ymm1, %ymm4
	vmulps	32(%rcx), %ymm2, %ymm5
	vaddps	(%rdx), %ymm0, %ymm6
	vaddps	32(%rdx), %ymm0, %ymm0
	vmovups	(%r11), %ymm7
	vsqrtps	%ymm6, %ymm6
	vsubps	%ymm4, %ymm7, %ymm4
	vdivps	%ymm6, %ymm3, %ymm6
	vmovups	32(%r11), %ymm7
	vsqrtps	%ymm0, %ymm0
	vsubps	%ymm5, %ymm7, %ymm5
	vdivps	%ymm0, %ymm3, %ymm0
	vmulps	(%rbx), %ymm6, %ymm3
	vmulps	32(%rbx), %ymm0, %ymm0
	vmulps	(%r10), %ymm3, %ymm6
	vmulps	32(%r10), %ymm0, %ymm7
	vmovups	(%r9), %ymm8
	vsubps	%ymm6, %ymm8, %ymm6
	vmovups	32(%r9), %ymm8
	vsubps	%ymm7, %ymm8, %ymm7
	vmovups	%ymm1, (%r8)
	vmovups	%ymm2, 32(%r8)
	vmovups	%ymm4, (%r14)
	vmovups	%ymm5, 32(%r14)
	vmovups	%ymm3, (%rsi)
	vmovups	%ymm0, 32(%rsi)
	vmovups	%ymm6, (%rdi)
	vmovups	%ymm7, 32(%rdi)
	popq	%rbx
	popq	%r14
	vzeroupper
	retq
.Lfunc_end0:
	.size	mobile_x86_64_v3_k0, .Lfunc_end0-mobile_x86_64_v3_k0

	.hidden	mobile_x86_64_v3_k1
	.globl	mobile_x86_64_v3_k1
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k1,@function
mobile_x86_64_v3_k1:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	addq	(%rdi), %rsi
	shlq	$6, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB1_1:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdx)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$8, %rcx
	movq	%rdx, %rcx
	jb	.LBB1_1
	vzeroupper
	retq
.Lfunc_end1:
	.size	mobile_x86_64_v3_k1, .Lfunc_end1-mobile_x86_64_v3_k1

	.hidden	mobile_x86_64_v3_k2
	.globl	mobile_x86_64_v3_k2
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k2,@function
mobile_x86_64_v3_k2:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$40, %rsp
	movq	(%rdi), %r8
	movq	16(%rdi), %r13
	imulq	$3456, %rdx, %r14
	addq	24(%rdi), %r14
	movq	32(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 16(%rsp)
	movq	56(%rdi), %rax
	movq	%rax, 24(%rsp)
	leaq	(%rsi,%rsi,8), %rbx
	shlq	$6, %rbx
	addq	8(%rdi), %rbx
	xorl	%ebp, %ebp
	vpcmpeqd	%xmm0, %xmm0, %xmm0
	vmovdqa	%xmm0, %xmm0
	xorl	%ecx, %ecx
	jmp	.LBB2_1
	.p2align	4, 0x90
.LBB2_4:
	leaq	1(%rcx), %rdx
	cmpq	$28, %rcx
	movq	%rdx, %rcx
	jae	.LBB2_5
.LBB2_1:
	imulq	$116, %rcx, %rdx
	addq	%r14, %rdx
	leaq	-1(%rcx), %rsi
	cmpq	$27, %rsi
	ja	.LBB2_2
	movl	$0, (%rdx)
	addq	$4, %rdx
	imulq	$112, %rsi, %rsi
	addq	%r8, %rsi
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB2_13:
	vmovups	(%rsi,%rdi,4), %ymm1
	vmovups	%ymm1, (%rdx,%rdi,4)
	leaq	8(%rdi), %rax
	cmpq	$16, %rdi
	movq	%rax, %rdi
	jb	.LBB2_13
	vmaskmovps	96(%rsi), %ymm0, %ymm1
	vmaskmovps	%ymm1, %ymm0, 96(%rdx)
	jmp	.LBB2_4
	.p2align	4, 0x90
.LBB2_2:
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB2_3:
	movl	$0, (%rdx,%rsi,4)
	leaq	1(%rsi), %rax
	cmpq	$28, %rsi
	movq	%rax, %rsi
	jb	.LBB2_3
	jmp	.LBB2_4
.LBB2_5:
	leaq	576(%rbx), %r15
	xorl	%r12d, %r12d
	.p2align	4, 0x90
.LBB2_6:
	movq	%rbp, %rax
	shlq	$6, %rax
	prefetcht1	576(%rbx,%rax)
	leaq	(,%rbp,2), %rcx
	addq	%rbp, %rcx
	movq	%rcx, %rdx
	shlq	$7, %rdx
	addq	%r13, %rdx
	shlq	$4, %rcx
	leaq	table(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	vzeroupper
	callq	micro.6x16.at.c16.k1.s29.w16
	leaq	1(%rbp), %rax
	cmpq	$30, %rbp
	movq	%rax, %rbp
	jb	.LBB2_6
	leaq	table(%rip), %rbp
	.p2align	4, 0x90
.LBB2_8:
	leaq	(%r12,%r12,4), %rax
	leaq	(%r12,%r12,4), %rdx
	addq	$186, %rdx
	movq	%r12, %rcx
	shlq	$6, %rcx
	prefetcht1	1984(%rcx,%r15)
	shlq	$6, %rdx
	addq	%r13, %rdx
	leaq	1488(,%rax,8), %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	callq	micro.5x16.at.c16.k1.s29.w16
	leaq	1(%r12), %rax
	testq	%r12, %r12
	movq	%rax, %r12
	je	.LBB2_8
	movq	8(%rsp), %rax
	vmovups	(%rax), %ymm0
	vmovups	32(%rax), %ymm1
	movq	16(%rsp), %rax
	vmovups	(%rax), %ymm2
	vmovups	32(%rax), %ymm3
	xorl	%eax, %eax
	vxorps	%xmm4, %xmm4, %xmm4
	movq	32(%rsp), %rdx
	movq	24(%rsp), %rsi
	.p2align	4, 0x90
.LBB2_10:
	movq	%rax, %rcx
	shlq	$6, %rcx
	vmulps	(%rdx,%rcx), %ymm0, %ymm5
	vmulps	32(%rdx,%rcx), %ymm1, %ymm6
	vaddps	%ymm2, %ymm5, %ymm5
	vaddps	%ymm3, %ymm6, %ymm6
	vcmpnleps	%ymm4, %ymm5, %ymm7
	vandps	%ymm5, %ymm7, %ymm5
	vcmpnleps	%ymm4, %ymm6, %ymm7
	vandps	%ymm6, %ymm7, %ymm6
	vmovups	%ymm5, (%rsi,%rcx)
	vmovups	%ymm6, 32(%rsi,%rcx)
	leaq	1(%rax), %rcx
	cmpq	$195, %rax
	movq	%rcx, %rax
	jb	.LBB2_10
	addq	$40, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end2:
	.size	mobile_x86_64_v3_k2, .Lfunc_end2-mobile_x86_64_v3_k2

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
	vmovups	320(%rdx), %ymm10
	vmovups	352(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB3_4
	jmp	.LBB3_10
.LBB3_2:
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
	jle	.LBB3_10
.LBB3_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB3_5
	.p2align	4, 0x90
.LBB3_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB3_10
.LBB3_5:
	leaq	(%r15,%r15,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r15, %r12
	addq	%r15, %r12
	testq	%r14, %r14
	jle	.LBB3_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB3_7:
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
	jl	.LBB3_7
.LBB3_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB3_9
	.p2align	4, 0x90
.LBB3_11:
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
.Lfunc_end3:
	.size	micro.6x16.at.c16.k1.s29.w16, .Lfunc_end3-micro.6x16.at.c16.k1.s29.w16

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
	je	.LBB4_2
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
	jg	.LBB4_4
	jmp	.LBB4_10
.LBB4_2:
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
	jle	.LBB4_10
.LBB4_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB4_5
	.p2align	4, 0x90
.LBB4_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB4_10
.LBB4_5:
	leaq	(%r14,%r14,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r14, %r12
	addq	%r14, %r12
	testq	%r15, %r15
	jle	.LBB4_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB4_7:
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
	jl	.LBB4_7
.LBB4_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB4_9
	.p2align	4, 0x90
.LBB4_11:
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
	jl	.LBB4_11
	jmp	.LBB4_9
.LBB4_10:
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
.Lfunc_end4:
	.size	micro.5x16.at.c16.k1.s29.w16, .Lfunc_end4-micro.5x16.at.c16.k1.s29.w16

	.hidden	mobile_x86_64_v3_k3
	.globl	mobile_x86_64_v3_k3
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k3,@function
mobile_x86_64_v3_k3:
	movq	%rsi, %rax
	shlq	$10, %rax
	movq	%rax, %rdx
	andq	$-4096, %rdx
	addq	(%rdi), %rdx
	shll	$6, %esi
	movzbl	%sil, %ecx
	addq	%rdx, %rcx
	addq	8(%rdi), %rax
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB5_1:
	movq	%rdx, %rsi
	shlq	$8, %rsi
	movq	%rdx, %rdi
	shlq	$6, %rdi
	vmovups	(%rcx,%rsi), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rcx,%rsi), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rdx), %rsi
	cmpq	$15, %rdx
	movq	%rsi, %rdx
	jb	.LBB5_1
	vzeroupper
	retq
.Lfunc_end5:
	.size	mobile_x86_64_v3_k3, .Lfunc_end5-mobile_x86_64_v3_k3

	.hidden	mobile_x86_64_v3_k4
	.globl	mobile_x86_64_v3_k4
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k4,@function
mobile_x86_64_v3_k4:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	(%rdi), %rax
	movq	8(%rdi), %r13
	movq	16(%rdi), %r8
	movl	%esi, %ecx
	andl	$3, %ecx
	movq	%rcx, 8(%rsp)
	movl	%esi, %r14d
	shrl	$2, %r14d
	andl	$1, %r14d
	shrq	$3, %rsi
	testl	%r14d, %r14d
	movq	%r8, 16(%rsp)
	jne	.LBB6_1
	imulq	$12544, %rsi, %r15
	addq	%r15, %rax
	shlq	$13, %r14
	addq	%r14, %r15
	shlq	$12, %rsi
	movq	8(%rsp), %rcx
	shlq	$10, %rcx
	orq	%rsi, %rcx
	addq	%rcx, %r13
	addq	%rax, %r14
	xorl	%ebx, %ebx
	shlq	$2, %r15
	xorl	%r12d, %r12d
	.p2align	4, 0x90
.LBB6_7:
	movq	%r12, %rax
	shlq	$6, %rax
	prefetcht1	1024(%r13,%rax)
	leaq	(%r12,%r12,2), %rdx
	movq	%rdx, %rdi
	shlq	$7, %rdi
	addq	%r14, %rdi
	movq	8(%rsp), %rbp
	shlq	$6, %rbp
	orq	%r15, %rbp
	addq	%r8, %rbp
	shlq	$9, %rdx
	addq	%rbp, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%r13, %rsi
	xorl	%r9d, %r9d
	callq	micro.6x16.a16.c64.k1.s0.w16
	movq	16(%rsp), %r8
	leaq	1(%r12), %rax
	cmpq	$17, %r12
	movq	%rax, %r12
	jb	.LBB6_7
	leaq	1024(%r13), %r15
	.p2align	4, 0x90
.LBB6_9:
	leaq	(%rbx,%rbx,4), %rdx
	addq	$108, %rdx
	movq	%rbx, %rax
	shlq	$6, %rax
	prefetcht1	1152(%rax,%r15)
	movq	%rdx, %rdi
	shlq	$6, %rdi
	addq	%r14, %rdi
	shlq	$8, %rdx
	addq	%rbp, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%r13, %rsi
	xorl	%r9d, %r9d
	callq	micro.5x16.a16.c64.k1.s0.w16
	leaq	1(%rbx), %rax
	cmpq	$3, %rbx
	movq	%rax, %rbx
	jb	.LBB6_9
	jmp	.LBB6_5
.LBB6_1:
	imulq	$12544, %rsi, %r15
	addq	%r15, %rax
	shlq	$13, %r14
	addq	%r14, %r15
	shlq	$12, %rsi
	movq	8(%rsp), %rcx
	shlq	$10, %rcx
	orq	%rsi, %rcx
	addq	%rcx, %r13
	addq	%rax, %r14
	xorl	%ebx, %ebx
	shlq	$2, %r15
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB6_2:
	movq	%rbp, %rax
	shlq	$7, %rax
	prefetcht1	1024(%r13,%rax)
	prefetcht1	1088(%r13,%rax)
	leaq	(,%rbp,2), %rdx
	addq	%rbp, %rdx
	movq	%rdx, %rdi
	shlq	$7, %rdi
	addq	%r14, %rdi
	movq	8(%rsp), %r12
	shlq	$6, %r12
	orq	%r15, %r12
	addq	%r8, %r12
	shlq	$9, %rdx
	addq	%r12, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%r13, %rsi
	xorl	%r9d, %r9d
	callq	micro.6x16.a16.c64.k1.s0.w16
	movq	16(%rsp), %r8
	leaq	1(%rbp), %rax
	cmpq	$7, %rbp
	movq	%rax, %rbp
	jb	.LBB6_2
	leaq	1024(%r13), %rbp
	.p2align	4, 0x90
.LBB6_4:
	leaq	(%rbx,%rbx,4), %rdx
	addq	$48, %rdx
	movq	%rbx, %rax
	shlq	$7, %rax
	prefetcht1	1024(%rax,%rbp)
	prefetcht1	1088(%rax,%rbp)
	movq	%rdx, %rdi
	shlq	$6, %rdi
	addq	%r14, %rdi
	shlq	$8, %rdx
	addq	%r12, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%r13, %rsi
	xorl	%r9d, %r9d
	callq	micro.5x16.a16.c64.k1.s0.w16
	leaq	1(%rbx), %rax
	cmpq	$3, %rbx
	movq	%rax, %rbx
	jb	.LBB6_4
.LBB6_5:
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end6:
	.size	mobile_x86_64_v3_k4, .Lfunc_end6-mobile_x86_64_v3_k4

	.p2align	4, 0x90
	.type	micro.6x16.a16.c64.k1.s0.w16,@function
micro.6x16.a16.c64.k1.s0.w16:
	pushq	%rbx
	testq	%r9, %r9
	je	.LBB7_2
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
	testq	%rcx, %rcx
	jg	.LBB7_4
	jmp	.LBB7_10
.LBB7_2:
	leaq	256(%rdx), %rax
	leaq	512(%rdx), %r9
	leaq	768(%rdx), %r10
	leaq	1024(%rdx), %r11
	leaq	1280(%rdx), %rbx
	prefetcht1	(%rdx)
	prefetcht1	(%rax)
	prefetcht1	(%r9)
	prefetcht1	(%r10)
	prefetcht1	(%r11)
	prefetcht1	(%rbx)
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
	testq	%rcx, %rcx
	jle	.LBB7_10
.LBB7_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB7_5
	.p2align	4, 0x90
.LBB7_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB7_10
.LBB7_5:
	testq	%r10, %r10
	jle	.LBB7_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB7_7:
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	64(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	192(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	320(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	68(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	132(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	196(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	260(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	324(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	72(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	136(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	200(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	264(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	328(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	76(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	140(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	204(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	268(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	332(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB7_7
.LBB7_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB7_9
	.p2align	4, 0x90
.LBB7_11:
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	64(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	128(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	192(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	256(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	320(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB7_11
	jmp	.LBB7_9
.LBB7_10:
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
	vzeroupper
	retq
.Lfunc_end7:
	.size	micro.6x16.a16.c64.k1.s0.w16, .Lfunc_end7-micro.6x16.a16.c64.k1.s0.w16

	.p2align	4, 0x90
	.type	micro.5x16.a16.c64.k1.s0.w16,@function
micro.5x16.a16.c64.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB8_2
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
	testq	%rcx, %rcx
	jg	.LBB8_4
	jmp	.LBB8_10
.LBB8_2:
	leaq	256(%rdx), %rax
	leaq	512(%rdx), %r9
	leaq	768(%rdx), %r10
	leaq	1024(%rdx), %r11
	prefetcht1	(%rdx)
	prefetcht1	(%rax)
	prefetcht1	(%r9)
	prefetcht1	(%r10)
	prefetcht1	(%r11)
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
	testq	%rcx, %rcx
	jle	.LBB8_10
.LBB8_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB8_5
	.p2align	4, 0x90
.LBB8_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB8_10
.LBB8_5:
	testq	%r10, %r10
	jle	.LBB8_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB8_7:
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	64(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	192(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	68(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	132(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	196(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	260(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	72(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	136(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	200(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	264(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	76(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	140(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	204(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	268(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB8_7
.LBB8_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB8_9
	.p2align	4, 0x90
.LBB8_11:
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	64(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	192(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB8_11
	jmp	.LBB8_9
.LBB8_10:
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
	vzeroupper
	retq
.Lfunc_end8:
	.size	micro.5x16.a16.c64.k1.s0.w16, .Lfunc_end8-micro.5x16.a16.c64.k1.s0.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI9_0:
	.long	0x3727c5ac
.LCPI9_1:
	.long	0x3f800000
	.text
	.hidden	mobile_x86_64_v3_k5
	.globl	mobile_x86_64_v3_k5
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k5,@function
mobile_x86_64_v3_k5:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$920, %rsp
	movq	(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	8(%rdi), %rax
	movq	%rax, (%rsp)
	movq	16(%rdi), %rax
	movq	%rax, -8(%rsp)
	movq	24(%rdi), %rax
	movq	%rax, -16(%rsp)
	movq	32(%rdi), %rax
	movq	%rax, -24(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, -32(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, -40(%rsp)
	movq	56(%rdi), %rax
	movq	%rax, -48(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, -56(%rsp)
	movq	72(%rdi), %rax
	movq	%rax, -64(%rsp)
	movq	80(%rdi), %rax
	movq	%rax, -72(%rsp)
	movq	88(%rdi), %rax
	movq	%rax, -80(%rsp)
	movq	96(%rdi), %rax
	movq	%rax, -88(%rsp)
	movq	104(%rdi), %rax
	movq	%rax, -96(%rsp)
	movq	112(%rdi), %rax
	movq	%rax, -104(%rsp)
	movq	120(%rdi), %rax
	movq	%rax, -112(%rsp)
	movq	128(%rdi), %rax
	movq	%rax, -120(%rsp)
	movq	136(%rdi), %r10
	movq	144(%rdi), %r11
	movq	152(%rdi), %r14
	movq	160(%rdi), %r15
	movq	168(%rdi), %r12
	movq	176(%rdi), %r13
	movq	184(%rdi), %rbx
	vbroadcastss	.LCPI9_0(%rip), %ymm0
	vbroadcastss	.LCPI9_1(%rip), %ymm1
	xorl	%eax, %eax
	movq	-96(%rsp), %r9
	movq	-16(%rsp), %r8
	.p2align	4, 0x90
.LBB9_1:
	leaq	(,%rax,4), %rcx
	movq	%rcx, %rdx
	orq	$32, %rdx
	movq	%rcx, %rsi
	orq	$64, %rsi
	orq	$96, %rcx
	movq	8(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm3
	vaddps	(%rbp,%rsi), %ymm0, %ymm4
	vaddps	(%rbp,%rcx), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	movq	(%rsp), %rbp
	vmulps	(%rbp,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 848(%rsp)
	vmulps	(%rbp,%rdx), %ymm3, %ymm2
	vmovups	%ymm2, 880(%rsp)
	vmulps	(%rbp,%rsi), %ymm4, %ymm2
	vmovups	%ymm2, 112(%rsp)
	movq	-24(%rsp), %rdi
	vaddps	(%rdi,%rax,4), %ymm0, %ymm2
	vaddps	(%rdi,%rdx), %ymm0, %ymm6
	vaddps	(%rdi,%rsi), %ymm0, %ymm7
	vaddps	(%rdi,%rcx), %ymm0, %ymm8
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm6, %ymm6
	vdivps	%ymm6, %ymm1, %ymm6
	vsqrtps	%ymm7, %ymm7
	vdivps	%ymm7, %ymm1, %ymm7
	vsqrtps	%ymm8, %ymm8
	vdivps	%ymm8, %ymm1, %ymm9
	vmulps	(%rbp,%rcx), %ymm5, %ymm8
	vmovups	%ymm8, 752(%rsp)
	movq	-32(%rsp), %rdi
	vmulps	(%rdi,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 80(%rsp)
	vmulps	(%rdi,%rdx), %ymm6, %ymm4
	vmovups	%ymm4, 592(%rsp)
	vmulps	(%rdi,%rsi), %ymm7, %ymm2
	vmovups	%ymm2, 48(%rsp)
	movq	-56(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm10
	vaddps	(%rbp,%rsi), %ymm0, %ymm11
	vaddps	(%rbp,%rcx), %ymm0, %ymm12
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm10, %ymm10
	vdivps	%ymm10, %ymm1, %ymm10
	vsqrtps	%ymm11, %ymm11
	vdivps	%ymm11, %ymm1, %ymm11
	vsqrtps	%ymm12, %ymm12
	vdivps	%ymm12, %ymm1, %ymm13
	vmulps	(%rdi,%rcx), %ymm9, %ymm12
	vmovups	%ymm12, 496(%rsp)
	movq	-64(%rsp), %rdi
	vmulps	(%rdi,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 16(%rsp)
	vmulps	(%rdi,%rdx), %ymm10, %ymm2
	vmovups	%ymm2, 784(%rsp)
	vmulps	(%rdi,%rsi), %ymm11, %ymm2
	vmovups	%ymm2, 816(%rsp)
	movq	-88(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm14
	vaddps	(%rbp,%rsi), %ymm0, %ymm15
	vaddps	(%rbp,%rcx), %ymm0, %ymm3
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm14, %ymm14
	vdivps	%ymm14, %ymm1, %ymm14
	vsqrtps	%ymm15, %ymm15
	vdivps	%ymm15, %ymm1, %ymm15
	vsqrtps	%ymm3, %ymm3
	vmovups	%ymm3, 432(%rsp)
	vmulps	(%rdi,%rcx), %ymm13, %ymm3
	vmovups	%ymm3, 528(%rsp)
	vmulps	(%r9,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 624(%rsp)
	vmulps	(%r9,%rdx), %ymm14, %ymm2
	vmovups	%ymm2, 656(%rsp)
	vmulps	(%r9,%rsi), %ymm15, %ymm2
	vmovups	%ymm2, 720(%rsp)
	movq	-8(%rsp), %rbp
	vmovups	848(%rsp), %ymm13
	vmulps	(%rbp,%rax,4), %ymm13, %ymm15
	vmovups	(%r8,%rax,4), %ymm5
	vsubps	%ymm15, %ymm5, %ymm2
	vmovups	%ymm2, 400(%rsp)
	vmovups	880(%rsp), %ymm3
	vmulps	(%rbp,%rdx), %ymm3, %ymm15
	vmovups	(%r8,%rdx), %ymm6
	vsubps	%ymm15, %ymm6, %ymm2
	vmovups	%ymm2, 336(%rsp)
	vmovups	112(%rsp), %ymm2
	vmulps	(%rbp,%rsi), %ymm2, %ymm15
	vmovups	(%r8,%rsi), %ymm7
	vsubps	%ymm15, %ymm7, %ymm2
	vmovups	%ymm2, 272(%rsp)
	vmulps	(%rbp,%rcx), %ymm8, %ymm15
	vmovups	(%r8,%rcx), %ymm8
	vsubps	%ymm15, %ymm8, %ymm2
	vmovups	%ymm2, 208(%rsp)
	movq	-40(%rsp), %rdi
	vmovups	80(%rsp), %ymm2
	vmulps	(%rdi,%rax,4), %ymm2, %ymm15
	movq	-48(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm9
	vsubps	%ymm15, %ymm9, %ymm2
	vmovups	%ymm2, 240(%rsp)
	vmulps	(%rdi,%rdx), %ymm4, %ymm15
	vmovups	(%rbp,%rdx), %ymm10
	vsubps	%ymm15, %ymm10, %ymm2
	vmovups	%ymm2, 176(%rsp)
	vmovups	48(%rsp), %ymm2
	vmulps	(%rdi,%rsi), %ymm2, %ymm15
	vmovups	(%rbp,%rsi), %ymm11
	vsubps	%ymm15, %ymm11, %ymm2
	vmovups	%ymm2, 688(%rsp)
	vmulps	(%rdi,%rcx), %ymm12, %ymm15
	vmovups	(%rbp,%rcx), %ymm12
	vsubps	%ymm15, %ymm12, %ymm2
	vmovups	%ymm2, 560(%rsp)
	movq	-72(%rsp), %rdi
	vmovups	16(%rsp), %ymm2
	vmulps	(%rdi,%rax,4), %ymm2, %ymm15
	movq	-80(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm4
	vsubps	%ymm15, %ymm4, %ymm2
	vmovups	%ymm2, 144(%rsp)
	vmovups	784(%rsp), %ymm14
	vmulps	(%rdi,%rdx), %ymm14, %ymm15
	vmovups	(%rbp,%rdx), %ymm5
	vsubps	%ymm15, %ymm5, %ymm2
	vmovups	%ymm2, 464(%rsp)
	vmovups	816(%rsp), %ymm12
	vmulps	(%rdi,%rsi), %ymm12, %ymm15
	vmovups	(%rbp,%rsi), %ymm6
	vsubps	%ymm15, %ymm6, %ymm2
	vmovups	%ymm2, 368(%rsp)
	vmovups	528(%rsp), %ymm11
	vmulps	(%rdi,%rcx), %ymm11, %ymm15
	vmovups	(%rbp,%rcx), %ymm7
	vsubps	%ymm15, %ymm7, %ymm2
	vmovups	%ymm2, 304(%rsp)
	movq	-104(%rsp), %rdi
	vmovups	624(%rsp), %ymm7
	vmulps	(%rdi,%rax,4), %ymm7, %ymm15
	movq	-112(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm9
	vsubps	%ymm15, %ymm9, %ymm9
	vmovups	656(%rsp), %ymm6
	vmulps	(%rdi,%rdx), %ymm6, %ymm15
	vmovups	(%rbp,%rdx), %ymm8
	vsubps	%ymm15, %ymm8, %ymm8
	vmovups	720(%rsp), %ymm5
	vmulps	(%rdi,%rsi), %ymm5, %ymm15
	vmovups	(%rbp,%rsi), %ymm10
	vsubps	%ymm15, %ymm10, %ymm10
	vdivps	432(%rsp), %ymm1, %ymm15
	vmulps	(%r9,%rcx), %ymm15, %ymm15
	vmulps	(%rdi,%rcx), %ymm15, %ymm2
	vmovups	(%rbp,%rcx), %ymm4
	vsubps	%ymm2, %ymm4, %ymm2
	movq	-120(%rsp), %rdi
	vmovups	%ymm13, (%rdi,%rax,4)
	vmovups	%ymm3, (%rdi,%rdx)
	vmovups	112(%rsp), %ymm3
	vmovups	%ymm3, (%rdi,%rsi)
	vmovups	752(%rsp), %ymm3
	vmovups	%ymm3, (%rdi,%rcx)
	vmovups	400(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rax,4)
	vmovups	336(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rdx)
	vmovups	272(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rsi)
	vmovups	208(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rcx)
	vmovups	80(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rax,4)
	vmovups	592(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rdx)
	vmovups	48(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rsi)
	vmovups	496(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rcx)
	vmovups	240(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rax,4)
	vmovups	176(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rdx)
	vmovups	688(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rsi)
	vmovups	560(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rcx)
	vmovups	16(%rsp), %ymm3
	vmovups	%ymm3, (%r15,%rax,4)
	vmovups	%ymm14, (%r15,%rdx)
	vmovups	%ymm12, (%r15,%rsi)
	vmovups	%ymm11, (%r15,%rcx)
	vmovups	144(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rax,4)
	vmovups	464(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rdx)
	vmovups	368(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rsi)
	vmovups	304(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rcx)
	vmovups	%ymm7, (%r13,%rax,4)
	vmovups	%ymm6, (%r13,%rdx)
	vmovups	%ymm5, (%r13,%rsi)
	vmovups	%ymm15, (%r13,%rcx)
	vmovups	%ymm9, (%rbx,%rax,4)
	vmovups	%ymm8, (%rbx,%rdx)
	vmovups	%ymm10, (%rbx,%rsi)
	vmovups	%ymm2, (%rbx,%rcx)
	testq	%rax, %rax
	leaq	32(%rax), %rax
	je	.LBB9_1
	addq	$920, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end9:
	.size	mobile_x86_64_v3_k5, .Lfunc_end9-mobile_x86_64_v3_k5

	.hidden	mobile_x86_64_v3_k6
	.globl	mobile_x86_64_v3_k6
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k6,@function
mobile_x86_64_v3_k6:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$56, %rsp
	movq	8(%rdi), %rax
	movq	%rax, 40(%rsp)
	movq	32(%rdi), %r15
	imulq	$65600, %rdx, %rbx
	addq	24(%rdi), %rbx
	movq	40(%rdi), %r13
	movq	48(%rdi), %r12
	movq	%rsi, 8(%rsp)
	imulq	$50176, %rsi, %rax
	addq	16(%rdi), %rax
	movq	%rax, 32(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r8d, %r8d
	movq	%rbx, 16(%rsp)
	jmp	.LBB10_1
	.p2align	4, 0x90
.LBB10_9:
	leaq	1(%r8), %rax
	testq	%r8, %r8
	movq	%rax, %r8
	movq	16(%rsp), %rbx
	jne	.LBB10_10
.LBB10_1:
	movq	%r8, %r11
	shlq	$12, %r11
	addq	%rbx, %r11
	leaq	-1(%r8), %rax
	movl	$0, %edx
	movl	$0, %esi
	cmpq	$14, %rax
	jae	.LBB10_22
	.p2align	4, 0x90
.LBB10_2:
	vmovups	%ymm0, (%r11,%rdx,4)
	leaq	8(%rdx), %rsi
	cmpq	$56, %rdx
	movq	%rsi, %rdx
	jb	.LBB10_2
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB10_4:
	vmovups	%ymm0, 3840(%r11,%rdx,4)
	leaq	8(%rdx), %rsi
	cmpq	$56, %rdx
	movq	%rsi, %rdx
	jb	.LBB10_4
	movq	8(%rsp), %rcx
	movq	%rcx, %rdx
	shlq	$4, %rdx
	subq	%rcx, %rdx
	subq	%rcx, %rdx
	addq	%rax, %rdx
	movq	%rdx, %r9
	shlq	$4, %r9
	subq	%rdx, %r9
	subq	%rdx, %r9
	addq	$256, %r11
	movq	%r9, %rdx
	shrq	$2, %rdx
	movabsq	$6023426636313322977, %rax
	mulxq	%rax, %rax, %rax
	shrq	$4, %rax
	imulq	$196, %rax, %rax
	subq	%rax, %r9
	xorl	%r10d, %r10d
	.p2align	4, 0x90
.LBB10_6:
	vmovups	(%r13,%r10,4), %ymm1
	movq	%r10, %rdi
	orq	$8, %rdi
	vmovups	(%r13,%rdi,4), %ymm2
	movq	%r10, %rdx
	orq	$16, %rdx
	vmovups	(%r13,%rdx,4), %ymm3
	movq	%r10, %rax
	orq	$24, %rax
	vmovups	(%r13,%rax,4), %ymm4
	vmovups	(%r12,%r10,4), %ymm5
	vmovups	(%r12,%rdi,4), %ymm6
	vmovups	(%r12,%rdx,4), %ymm7
	vmovups	(%r12,%rax,4), %ymm8
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB10_7:
	leaq	(%r9,%rsi), %rbx
	shlq	$6, %rbx
	leaq	(%rbx,%r10), %rbp
	leaq	(%rbx,%rdi), %rcx
	leaq	(%rbx,%rdx), %r14
	addq	%rax, %rbx
	vmulps	(%r15,%rbp,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r15,%rcx,4), %ymm2, %ymm10
	vmulps	(%r15,%r14,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%r15,%rbx,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%rsi, %rcx
	shlq	$6, %rcx
	leaq	(%rcx,%r10), %rbx
	vmovups	%ymm9, (%r11,%rbx,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%rcx,%rdi), %rbx
	vmovups	%ymm10, (%r11,%rbx,4)
	leaq	(%rcx,%rdx), %rbx
	vmovups	%ymm11, (%r11,%rbx,4)
	addq	%rax, %rcx
	vmovups	%ymm9, (%r11,%rcx,4)
	leaq	1(%rsi), %rcx
	cmpq	$13, %rsi
	movq	%rcx, %rsi
	jb	.LBB10_7
	leaq	32(%r10), %rax
	testq	%r10, %r10
	movq	%rax, %r10
	je	.LBB10_6
	jmp	.LBB10_9
	.p2align	4, 0x90
.LBB10_22:
	vmovups	%ymm0, (%r11,%rsi,4)
	leaq	8(%rsi), %rax
	cmpq	$1016, %rsi
	movq	%rax, %rsi
	jb	.LBB10_22
	jmp	.LBB10_9
.LBB10_10:
	vxorps	%xmm13, %xmm13, %xmm13
	xorl	%eax, %eax
	jmp	.LBB10_11
	.p2align	4, 0x90
.LBB10_20:
	movq	16(%rsp), %rbx
	addq	%rbx, %rdi
	movq	48(%rsp), %rbp
	imulq	$3584, %rbp, %rdx
	addq	32(%rsp), %rdx
	movq	40(%rsp), %rsi
	vzeroupper
	callq	part0.64
	vxorps	%xmm13, %xmm13, %xmm13
	cmpq	$13, %rbp
	movq	24(%rsp), %rax
	jae	.LBB10_21
.LBB10_11:
	movq	%rax, %rdi
	shlq	$12, %rdi
	leaq	(%rdi,%rbx), %r11
	addq	$8192, %r11
	leaq	1(%rax), %rcx
	movq	%rcx, 24(%rsp)
	movl	$0, %ecx
	movl	$0, %edx
	movq	%rax, 48(%rsp)
	cmpq	$13, %rax
	jae	.LBB10_19
	.p2align	4, 0x90
.LBB10_12:
	vmovups	%ymm13, (%r11,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB10_12
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB10_14:
	vmovups	%ymm13, 3840(%r11,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB10_14
	movq	8(%rsp), %rax
	movq	%rax, %rcx
	shlq	$4, %rcx
	subq	%rax, %rcx
	subq	%rax, %rcx
	addq	24(%rsp), %rcx
	movq	%rcx, %r8
	shlq	$4, %r8
	subq	%rcx, %r8
	subq	%rcx, %r8
	addq	$256, %r11
	movq	%r8, %rdx
	shrq	$2, %rdx
	movabsq	$6023426636313322977, %rax
	mulxq	%rax, %rcx, %rcx
	shrq	$4, %rcx
	imulq	$196, %rcx, %rcx
	subq	%rcx, %r8
	xorl	%r9d, %r9d
	.p2align	4, 0x90
.LBB10_16:
	vmovups	(%r13,%r9,4), %ymm0
	movq	%r9, %r10
	orq	$8, %r10
	vmovups	(%r13,%r10,4), %ymm1
	movq	%r9, %r14
	orq	$16, %r14
	vmovups	(%r13,%r14,4), %ymm2
	movq	%r9, %rbp
	orq	$24, %rbp
	vmovups	(%r13,%rbp,4), %ymm3
	vmovups	(%r12,%r9,4), %ymm4
	vmovups	(%r12,%r10,4), %ymm5
	vmovups	(%r12,%r14,4), %ymm6
	vmovups	(%r12,%rbp,4), %ymm7
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB10_17:
	leaq	(%r8,%rbx), %rcx
	shlq	$6, %rcx
	leaq	(%rcx,%r9), %rsi
	leaq	(%rcx,%r10), %rax
	leaq	(%rcx,%r14), %rdx
	addq	%rbp, %rcx
	vmulps	(%r15,%rsi,4), %ymm0, %ymm8
	vaddps	%ymm4, %ymm8, %ymm8
	vmulps	(%r15,%rax,4), %ymm1, %ymm9
	vmulps	(%r15,%rdx,4), %ymm2, %ymm10
	vaddps	%ymm5, %ymm9, %ymm9
	vaddps	%ymm6, %ymm10, %ymm10
	vmulps	(%r15,%rcx,4), %ymm3, %ymm11
	vaddps	%ymm7, %ymm11, %ymm11
	vcmpnleps	%ymm13, %ymm8, %ymm12
	vandps	%ymm8, %ymm12, %ymm8
	vcmpnleps	%ymm13, %ymm9, %ymm12
	vandps	%ymm9, %ymm12, %ymm9
	vcmpnleps	%ymm13, %ymm10, %ymm12
	vandps	%ymm10, %ymm12, %ymm10
	vcmpnleps	%ymm13, %ymm11, %ymm12
	movq	%rbx, %rax
	shlq	$6, %rax
	leaq	(%rax,%r9), %rcx
	vmovups	%ymm8, (%r11,%rcx,4)
	vandps	%ymm11, %ymm12, %ymm8
	leaq	(%rax,%r10), %rcx
	vmovups	%ymm9, (%r11,%rcx,4)
	leaq	(%rax,%r14), %rcx
	vmovups	%ymm10, (%r11,%rcx,4)
	addq	%rbp, %rax
	vmovups	%ymm8, (%r11,%rax,4)
	leaq	1(%rbx), %rax
	cmpq	$13, %rbx
	movq	%rax, %rbx
	jb	.LBB10_17
	leaq	32(%r9), %rax
	testq	%r9, %r9
	movq	%rax, %r9
	je	.LBB10_16
	jmp	.LBB10_20
	.p2align	4, 0x90
.LBB10_19:
	vmovups	%ymm13, (%r11,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$1016, %rdx
	movq	%rax, %rdx
	jb	.LBB10_19
	jmp	.LBB10_20
.LBB10_21:
	addq	$56, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end10:
	.size	mobile_x86_64_v3_k6, .Lfunc_end10-mobile_x86_64_v3_k6

	.p2align	4, 0x90
	.type	part0.64,@function
part0.64:
	xorl	%r8d, %r8d
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB11_1:
	leaq	(%rdi,%r8,4), %rax
	leaq	(%rdx,%r8,4), %r9
	vmovups	(%rsi,%r8,4), %ymm1
	vmovups	256(%rsi,%r8,4), %ymm9
	vmovups	512(%rsi,%r8,4), %ymm8
	vmovups	768(%rsi,%r8,4), %ymm7
	vmovups	1024(%rsi,%r8,4), %ymm6
	vmovups	1280(%rsi,%r8,4), %ymm5
	vmovups	1536(%rsi,%r8,4), %ymm4
	vmovups	1792(%rsi,%r8,4), %ymm3
	vmovups	2048(%rsi,%r8,4), %ymm2
	xorl	%r10d, %r10d
	.p2align	4, 0x90
.LBB11_2:
	movq	%r10, %rcx
	shlq	$8, %rcx
	leaq	(%rcx,%rcx,4), %rcx
	vmovups	(%rax,%rcx), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	256(%rax,%rcx), %ymm12
	vmovups	512(%rax,%rcx), %ymm13
	vmovups	768(%rax,%rcx), %ymm14
	vmovaps	%ymm1, %ymm11
	vfmadd213ps	%ymm0, %ymm12, %ymm11
	vfmadd231ps	%ymm12, %ymm9, %ymm10
	vmovaps	%ymm1, %ymm12
	vfmadd213ps	%ymm0, %ymm13, %ymm12
	vfmadd231ps	%ymm9, %ymm13, %ymm11
	vfmadd231ps	%ymm13, %ymm8, %ymm10
	vmovaps	%ymm1, %ymm13
	vfmadd213ps	%ymm0, %ymm14, %ymm13
	vfmadd231ps	%ymm9, %ymm14, %ymm12
	vfmadd231ps	%ymm14, %ymm8, %ymm11
	vmovups	1024(%rax,%rcx), %ymm15
	vmovaps	%ymm1, %ymm14
	vfmadd213ps	%ymm0, %ymm15, %ymm14
	vfmadd231ps	%ymm9, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm8, %ymm12
	vmovups	1280(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm9, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm8, %ymm13
	vfmadd231ps	1536(%rax,%rcx), %ymm8, %ymm14
	vfmadd231ps	4096(%rax,%rcx), %ymm7, %ymm10
	vmovups	4352(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm6, %ymm10
	vmovups	4608(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm12
	vfmadd231ps	%ymm6, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm5, %ymm10
	vmovups	4864(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm13
	vfmadd231ps	%ymm6, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm5, %ymm11
	vmovups	5120(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm14
	vfmadd231ps	%ymm6, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm5, %ymm12
	vmovups	5376(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm6, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm5, %ymm13
	vfmadd231ps	5632(%rax,%rcx), %ymm5, %ymm14
	vfmadd231ps	8192(%rax,%rcx), %ymm4, %ymm10
	vmovups	8448(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm3, %ymm10
	vmovups	8704(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm12
	vfmadd231ps	%ymm3, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm2, %ymm10
	vmovups	8960(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm13
	vfmadd231ps	%ymm3, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm2, %ymm11
	vmovups	9216(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm14
	vfmadd231ps	%ymm3, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm2, %ymm12
	vmovups	9472(%rax,%rcx), %ymm15
	vfmadd231ps	%ymm3, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm2, %ymm13
	vfmadd231ps	9728(%rax,%rcx), %ymm2, %ymm14
	vmovups	%ymm10, (%r9,%rcx)
	vmovups	%ymm11, 256(%r9,%rcx)
	vmovups	%ymm12, 512(%r9,%rcx)
	vmovups	%ymm13, 768(%r9,%rcx)
	vmovups	%ymm14, 1024(%r9,%rcx)
	leaq	1(%r10), %rcx
	testq	%r10, %r10
	movq	%rcx, %r10
	je	.LBB11_2
	vmovups	2560(%rax), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	2816(%rax), %ymm12
	vmovups	3072(%rax), %ymm13
	vmovups	3328(%rax), %ymm14
	vmovaps	%ymm1, %ymm11
	vfmadd213ps	%ymm0, %ymm12, %ymm11
	vfmadd231ps	%ymm12, %ymm9, %ymm10
	vmovaps	%ymm1, %ymm12
	vfmadd213ps	%ymm0, %ymm13, %ymm12
	vfmadd231ps	%ymm9, %ymm13, %ymm11
	vfmadd231ps	%ymm13, %ymm8, %ymm10
	vfmadd213ps	%ymm0, %ymm14, %ymm1
	vfmadd231ps	%ymm9, %ymm14, %ymm12
	vfmadd231ps	%ymm14, %ymm8, %ymm11
	vmovups	3584(%rax), %ymm13
	vfmadd231ps	%ymm9, %ymm13, %ymm1
	vfmadd231ps	%ymm13, %ymm8, %ymm12
	vfmadd231ps	3840(%rax), %ymm8, %ymm1
	vfmadd231ps	6656(%rax), %ymm7, %ymm10
	vmovups	6912(%rax), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm11
	vfmadd231ps	%ymm8, %ymm6, %ymm10
	vmovups	7168(%rax), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm12
	vfmadd231ps	%ymm6, %ymm8, %ymm11
	vfmadd231ps	%ymm8, %ymm5, %ymm10
	vmovups	7424(%rax), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm1
	vfmadd231ps	%ymm6, %ymm8, %ymm12
	vfmadd231ps	%ymm8, %ymm5, %ymm11
	vmovups	7680(%rax), %ymm7
	vfmadd231ps	%ymm6, %ymm7, %ymm1
	vfmadd231ps	%ymm7, %ymm5, %ymm12
	vfmadd231ps	7936(%rax), %ymm5, %ymm1
	vfmadd231ps	10752(%rax), %ymm4, %ymm10
	vmovups	11008(%rax), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm11
	vfmadd231ps	%ymm5, %ymm3, %ymm10
	vmovups	11264(%rax), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm12
	vfmadd231ps	%ymm3, %ymm5, %ymm11
	vfmadd231ps	%ymm5, %ymm2, %ymm10
	vmovups	11520(%rax), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm1
	vfmadd231ps	%ymm3, %ymm5, %ymm12
	vfmadd231ps	%ymm5, %ymm2, %ymm11
	vmovups	11776(%rax), %ymm4
	vfmadd231ps	%ymm3, %ymm4, %ymm1
	vfmadd231ps	%ymm4, %ymm2, %ymm12
	vfmadd231ps	12032(%rax), %ymm2, %ymm1
	vmovups	%ymm10, 2560(%r9)
	vmovups	%ymm11, 2816(%r9)
	vmovups	%ymm12, 3072(%r9)
	vmovups	%ymm1, 3328(%r9)
	leaq	8(%r8), %rax
	cmpq	$56, %r8
	movq	%rax, %r8
	jb	.LBB11_1
	vzeroupper
	retq
.Lfunc_end11:
	.size	part0.64, .Lfunc_end11-part0.64

	.hidden	mobile_x86_64_v3_k7
	.globl	mobile_x86_64_v3_k7
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k7,@function
mobile_x86_64_v3_k7:
	movq	%rsi, %rax
	shlq	$6, %rax
	addq	(%rdi), %rax
	shlq	$12, %rsi
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB12_1:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovups	(%rax,%rdx), %ymm0
	vmovups	%ymm0, (%rsi,%rdx)
	vmovups	32(%rax,%rdx), %ymm0
	vmovups	%ymm0, 32(%rsi,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$63, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_1
	vzeroupper
	retq
.Lfunc_end12:
	.size	mobile_x86_64_v3_k7, .Lfunc_end12-mobile_x86_64_v3_k7

	.hidden	mobile_x86_64_v3_k8
	.globl	mobile_x86_64_v3_k8
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k8,@function
mobile_x86_64_v3_k8:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$88, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	32(%rdi), %rax
	imulq	$50240, %rdx, %rbx
	addq	24(%rdi), %rbx
	movq	40(%rdi), %rcx
	movq	%rcx, 24(%rsp)
	movq	48(%rdi), %r11
	movq	56(%rdi), %rcx
	movq	%rcx, 72(%rsp)
	movq	64(%rdi), %rcx
	movq	%rcx, 32(%rsp)
	movq	72(%rdi), %rcx
	movq	%rcx, 40(%rsp)
	movq	80(%rdi), %rcx
	movq	%rcx, 64(%rsp)
	movq	88(%rdi), %rcx
	movq	%rcx, 56(%rsp)
	shlq	$12, %rsi
	addq	8(%rdi), %rsi
	movq	%rsi, 48(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	movq	%rbx, 16(%rsp)
	.p2align	4, 0x90
.LBB13_1:
	imulq	$3584, %rcx, %rbp
	addq	%rbx, %rbp
	movq	%rcx, %r9
	shlq	$4, %r9
	subq	%rcx, %r9
	movq	%rcx, 80(%rsp)
	subq	%rcx, %r9
	movq	%r9, %rdx
	shrq	$2, %rdx
	movabsq	$6023426636313322977, %rcx
	mulxq	%rcx, %rcx, %rcx
	shrq	$4, %rcx
	imulq	$196, %rcx, %rcx
	subq	%rcx, %r9
	xorl	%r10d, %r10d
	.p2align	4, 0x90
.LBB13_2:
	movq	24(%rsp), %rsi
	vmovups	(%rsi,%r10,4), %ymm1
	movq	%r10, %rdx
	orq	$8, %rdx
	vmovups	(%rsi,%rdx,4), %ymm2
	movq	%r10, %rbx
	orq	$16, %rbx
	vmovups	(%rsi,%rbx,4), %ymm3
	movq	%r10, %rcx
	orq	$24, %rcx
	vmovups	(%rsi,%rcx,4), %ymm4
	vmovups	(%r11,%r10,4), %ymm5
	vmovups	(%r11,%rdx,4), %ymm6
	vmovups	(%r11,%rbx,4), %ymm7
	vmovups	(%r11,%rcx,4), %ymm8
	xorl	%r8d, %r8d
	.p2align	4, 0x90
.LBB13_3:
	leaq	(%r9,%r8), %r14
	shlq	$6, %r14
	leaq	(%r14,%r10), %r12
	leaq	(%r14,%rdx), %r15
	leaq	(%r14,%rbx), %r13
	addq	%rcx, %r14
	vmulps	(%rax,%r12,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%rax,%r15,4), %ymm2, %ymm10
	vmulps	(%rax,%r13,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%rax,%r14,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%r8, %rdi
	shlq	$6, %rdi
	leaq	(%rdi,%r10), %rsi
	vmovups	%ymm9, (%rbp,%rsi,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%rdi,%rdx), %rsi
	vmovups	%ymm10, (%rbp,%rsi,4)
	leaq	(%rdi,%rbx), %rsi
	vmovups	%ymm11, (%rbp,%rsi,4)
	addq	%rcx, %rdi
	vmovups	%ymm9, (%rbp,%rdi,4)
	leaq	1(%r8), %rsi
	cmpq	$13, %r8
	movq	%rsi, %r8
	jb	.LBB13_3
	leaq	32(%r10), %rcx
	testq	%r10, %r10
	movq	%rcx, %r10
	je	.LBB13_2
	movq	80(%rsp), %rdx
	leaq	1(%rdx), %rcx
	cmpq	$13, %rdx
	movq	16(%rsp), %rbx
	jb	.LBB13_1
	movq	48(%rsp), %rsi
	leaq	4096(%rsi), %rax
	movq	%rax, 24(%rsp)
	leaq	table.1(%rip), %rbp
	xorl	%r13d, %r13d
	movq	64(%rsp), %r12
	movq	8(%rsp), %rdi
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB13_7:
	movq	%r14, %rax
	shlq	$7, %rax
	prefetcht1	4096(%rsi,%rax)
	prefetcht1	4160(%rsi,%rax)
	leaq	(%rax,%rax,2), %rdx
	prefetcht1	(%r12,%rdx)
	prefetcht1	64(%r12,%rdx)
	prefetcht1	128(%r12,%rdx)
	prefetcht1	192(%r12,%rdx)
	prefetcht1	256(%r12,%rdx)
	prefetcht1	320(%r12,%rdx)
	addq	%rdi, %rdx
	leaq	(%r14,%r14,2), %rcx
	shlq	$4, %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$64, %r9d
	movq	%rbx, %rdi
	movq	%rsi, %r15
	vzeroupper
	callq	micro.6x16.at.c16.k1.s896.w16
	movq	16(%rsp), %rbx
	movq	%r15, %rsi
	movq	8(%rsp), %rdi
	leaq	table.1(%rip), %rbp
	leaq	1(%r14), %rax
	cmpq	$30, %r14
	movq	%rax, %r14
	jb	.LBB13_7
	movq	24(%rsp), %r14
	.p2align	4, 0x90
.LBB13_9:
	leaq	(,%r13,4), %rax
	addq	%r13, %rax
	leaq	186(,%r13,4), %rdx
	addq	%r13, %rdx
	movq	%r13, %rcx
	shlq	$7, %rcx
	prefetcht1	3968(%rcx,%r14)
	prefetcht1	4032(%rcx,%r14)
	shlq	$6, %rdx
	prefetcht1	(%r12,%rdx)
	prefetcht1	64(%r12,%rdx)
	prefetcht1	128(%r12,%rdx)
	prefetcht1	192(%r12,%rdx)
	prefetcht1	256(%r12,%rdx)
	addq	%rdi, %rdx
	leaq	1488(,%rax,8), %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$64, %r9d
	movq	%rbx, %rdi
	callq	micro.5x16.at.c16.k1.s896.w16
	movq	16(%rsp), %rbx
	movq	%r15, %rsi
	movq	8(%rsp), %rdi
	leaq	table.1(%rip), %rbp
	leaq	1(%r13), %rax
	testq	%r13, %r13
	movq	%rax, %r13
	je	.LBB13_9
	movq	32(%rsp), %rax
	vmovups	(%rax), %ymm0
	vmovups	32(%rax), %ymm1
	movq	40(%rsp), %rax
	vmovups	(%rax), %ymm2
	vmovups	32(%rax), %ymm3
	xorl	%eax, %eax
	movq	72(%rsp), %rdx
	movq	56(%rsp), %rsi
	.p2align	4, 0x90
.LBB13_11:
	movq	%rax, %rcx
	shlq	$6, %rcx
	vmulps	(%rdx,%rcx), %ymm0, %ymm4
	vmulps	32(%rdx,%rcx), %ymm1, %ymm5
	vaddps	%ymm2, %ymm4, %ymm4
	vaddps	%ymm3, %ymm5, %ymm5
	vaddps	(%r12,%rcx), %ymm4, %ymm4
	vaddps	32(%r12,%rcx), %ymm5, %ymm5
	vmovups	%ymm4, (%rsi,%rcx)
	vmovups	%ymm5, 32(%rsi,%rcx)
	leaq	1(%rax), %rcx
	cmpq	$195, %rax
	movq	%rcx, %rax
	jb	.LBB13_11
	addq	$88, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end13:
	.size	mobile_x86_64_v3_k8, .Lfunc_end13-mobile_x86_64_v3_k8

	.p2align	4, 0x90
	.type	micro.6x16.at.c16.k1.s896.w16,@function
micro.6x16.at.c16.k1.s896.w16:
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
	je	.LBB14_2
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
	jg	.LBB14_4
	jmp	.LBB14_10
.LBB14_2:
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
	jle	.LBB14_10
.LBB14_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB14_5
	.p2align	4, 0x90
.LBB14_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB14_10
.LBB14_5:
	imulq	$896, %r15, %r12
	testq	%r14, %r14
	jle	.LBB14_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB14_7:
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
	jl	.LBB14_7
.LBB14_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB14_9
	.p2align	4, 0x90
.LBB14_11:
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
	jl	.LBB14_11
	jmp	.LBB14_9
.LBB14_10:
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
.Lfunc_end14:
	.size	micro.6x16.at.c16.k1.s896.w16, .Lfunc_end14-micro.6x16.at.c16.k1.s896.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c16.k1.s896.w16,@function
micro.5x16.at.c16.k1.s896.w16:
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
	je	.LBB15_2
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
	jg	.LBB15_4
	jmp	.LBB15_10
.LBB15_2:
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
	jle	.LBB15_10
.LBB15_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB15_5
	.p2align	4, 0x90
.LBB15_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB15_10
.LBB15_5:
	imulq	$896, %r14, %r12
	testq	%r15, %r15
	jle	.LBB15_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB15_7:
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
	jl	.LBB15_7
.LBB15_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB15_9
	.p2align	4, 0x90
.LBB15_11:
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
	jl	.LBB15_11
	jmp	.LBB15_9
.LBB15_10:
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
.Lfunc_end15:
	.size	micro.5x16.at.c16.k1.s896.w16, .Lfunc_end15-micro.5x16.at.c16.k1.s896.w16

	.hidden	mobile_x86_64_v3_k9
	.globl	mobile_x86_64_v3_k9
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k9,@function
mobile_x86_64_v3_k9:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$56, %rsp
	movq	8(%rdi), %rax
	movq	%rax, 16(%rsp)
	movq	32(%rdi), %r12
	imulq	$57664, %rdx, %rbx
	addq	24(%rdi), %rbx
	movq	40(%rdi), %r13
	movq	%rsi, 32(%rsp)
	imulq	$12544, %rsi, %rax
	addq	16(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	48(%rdi), %r14
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB16_1:
	vmovups	%ymm0, (%rbx,%rax,4)
	leaq	8(%rax), %rcx
	cmpq	$952, %rax
	movq	%rcx, %rax
	jb	.LBB16_1
	vxorps	%xmm13, %xmm13, %xmm13
	movq	%rbx, 40(%rsp)
	jmp	.LBB16_3
	.p2align	4, 0x90
.LBB16_12:
	movq	24(%rsp), %rbp
	imulq	$7680, %rbp, %rdi
	addq	%rbx, %rdi
	imulq	$1792, %rbp, %rdx
	addq	8(%rsp), %rdx
	movq	16(%rsp), %rsi
	vzeroupper
	callq	part0.64.2
	vxorps	%xmm13, %xmm13, %xmm13
	leaq	1(%rbp), %rdx
	cmpq	$6, %rbp
	jae	.LBB16_13
.LBB16_3:
	movq	%rdx, 24(%rsp)
	leaq	(%rdx,%rdx), %rax
	incq	%rax
	movq	%rax, 48(%rsp)
	xorl	%r9d, %r9d
	jmp	.LBB16_4
	.p2align	4, 0x90
.LBB16_11:
	leaq	1(%r9), %rax
	testq	%r9, %r9
	movq	%rax, %r9
	movq	40(%rsp), %rbx
	jne	.LBB16_12
.LBB16_4:
	movq	48(%rsp), %rcx
	leaq	(%rcx,%r9), %rax
	imulq	$3840, %rax, %rsi
	addq	%rbx, %rsi
	leaq	(%rcx,%r9), %rax
	decq	%rax
	movl	$0, %ecx
	movl	$0, %edx
	cmpq	$14, %rax
	jae	.LBB16_10
	.p2align	4, 0x90
.LBB16_5:
	vmovups	%ymm13, (%rsi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB16_5
	movq	32(%rsp), %rdx
	movq	%rdx, %rcx
	shlq	$4, %rcx
	subq	%rdx, %rcx
	subq	%rdx, %rcx
	addq	%rax, %rcx
	movq	%rcx, %r10
	shlq	$4, %r10
	subq	%rcx, %r10
	subq	%rcx, %r10
	addq	$256, %rsi
	movq	%r10, %rdx
	shrq	$2, %rdx
	movabsq	$6023426636313322977, %rax
	mulxq	%rax, %rax, %rax
	shrq	$4, %rax
	imulq	$196, %rax, %rax
	subq	%rax, %r10
	xorl	%r11d, %r11d
	.p2align	4, 0x90
.LBB16_7:
	vmovups	(%r13,%r11,4), %ymm0
	movq	%r11, %rdx
	orq	$8, %rdx
	vmovups	(%r13,%rdx,4), %ymm1
	movq	%r11, %rbp
	orq	$16, %rbp
	vmovups	(%r13,%rbp,4), %ymm2
	movq	%r11, %rax
	orq	$24, %rax
	vmovups	(%r13,%rax,4), %ymm3
	vmovups	(%r14,%r11,4), %ymm4
	vmovups	(%r14,%rdx,4), %ymm5
	vmovups	(%r14,%rbp,4), %ymm6
	vmovups	(%r14,%rax,4), %ymm7
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB16_8:
	leaq	(%r10,%rdi), %rbx
	shlq	$6, %rbx
	leaq	(%rbx,%r11), %rcx
	leaq	(%rbx,%rdx), %r15
	leaq	(%rbx,%rbp), %r8
	addq	%rax, %rbx
	vmulps	(%r12,%rcx,4), %ymm0, %ymm8
	vaddps	%ymm4, %ymm8, %ymm8
	vmulps	(%r12,%r15,4), %ymm1, %ymm9
	vmulps	(%r12,%r8,4), %ymm2, %ymm10
	vaddps	%ymm5, %ymm9, %ymm9
	vaddps	%ymm6, %ymm10, %ymm10
	vmulps	(%r12,%rbx,4), %ymm3, %ymm11
	vaddps	%ymm7, %ymm11, %ymm11
	vcmpnleps	%ymm13, %ymm8, %ymm12
	vandps	%ymm8, %ymm12, %ymm8
	vcmpnleps	%ymm13, %ymm9, %ymm12
	vandps	%ymm9, %ymm12, %ymm9
	vcmpnleps	%ymm13, %ymm10, %ymm12
	vandps	%ymm10, %ymm12, %ymm10
	vcmpnleps	%ymm13, %ymm11, %ymm12
	movq	%rdi, %rcx
	shlq	$6, %rcx
	leaq	(%rcx,%r11), %rbx
	vmovups	%ymm8, (%rsi,%rbx,4)
	vandps	%ymm11, %ymm12, %ymm8
	leaq	(%rcx,%rdx), %rbx
	vmovups	%ymm9, (%rsi,%rbx,4)
	leaq	(%rcx,%rbp), %rbx
	vmovups	%ymm10, (%rsi,%rbx,4)
	addq	%rax, %rcx
	vmovups	%ymm8, (%rsi,%rcx,4)
	leaq	1(%rdi), %rcx
	cmpq	$13, %rdi
	movq	%rcx, %rdi
	jb	.LBB16_8
	leaq	32(%r11), %rax
	testq	%r11, %r11
	movq	%rax, %r11
	je	.LBB16_7
	jmp	.LBB16_11
	.p2align	4, 0x90
.LBB16_10:
	vmovups	%ymm13, (%rsi,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$952, %rdx
	movq	%rax, %rdx
	jb	.LBB16_10
	jmp	.LBB16_11
.LBB16_13:
	addq	$56, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end16:
	.size	mobile_x86_64_v3_k9, .Lfunc_end16-mobile_x86_64_v3_k9

	.p2align	4, 0x90
	.type	part0.64.2,@function
part0.64.2:
	xorl	%eax, %eax
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB17_1:
	vmovups	(%rsi,%rax,4), %ymm1
	vmovups	256(%rsi,%rax,4), %ymm9
	vmovups	512(%rsi,%rax,4), %ymm8
	vmovups	768(%rsi,%rax,4), %ymm7
	vmovups	1024(%rsi,%rax,4), %ymm6
	vmovups	1280(%rsi,%rax,4), %ymm5
	vmovups	1536(%rsi,%rax,4), %ymm4
	vmovups	1792(%rsi,%rax,4), %ymm3
	vmovups	2048(%rsi,%rax,4), %ymm2
	vmovups	(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vfmadd231ps	256(%rdi,%rax,4), %ymm9, %ymm10
	vmovups	512(%rdi,%rax,4), %ymm12
	vmovups	1024(%rdi,%rax,4), %ymm13
	vmovaps	%ymm1, %ymm11
	vfmadd213ps	%ymm0, %ymm12, %ymm11
	vfmadd231ps	%ymm12, %ymm8, %ymm10
	vfmadd231ps	768(%rdi,%rax,4), %ymm9, %ymm11
	vmovaps	%ymm1, %ymm12
	vfmadd213ps	%ymm0, %ymm13, %ymm12
	vfmadd231ps	%ymm13, %ymm8, %ymm11
	vfmadd231ps	1280(%rdi,%rax,4), %ymm9, %ymm12
	vmovups	1536(%rdi,%rax,4), %ymm14
	vmovaps	%ymm1, %ymm13
	vfmadd213ps	%ymm0, %ymm14, %ymm13
	vfmadd231ps	1792(%rdi,%rax,4), %ymm9, %ymm13
	vfmadd231ps	%ymm14, %ymm8, %ymm12
	vmovups	2048(%rdi,%rax,4), %ymm15
	vmovaps	%ymm1, %ymm14
	vfmadd213ps	%ymm0, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm8, %ymm13
	vfmadd231ps	2304(%rdi,%rax,4), %ymm9, %ymm14
	vfmadd231ps	2560(%rdi,%rax,4), %ymm8, %ymm14
	vfmadd231ps	3840(%rdi,%rax,4), %ymm7, %ymm10
	vfmadd231ps	4096(%rdi,%rax,4), %ymm6, %ymm10
	vmovups	4352(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm11
	vfmadd231ps	4608(%rdi,%rax,4), %ymm6, %ymm11
	vfmadd231ps	%ymm15, %ymm5, %ymm10
	vmovups	4864(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm5, %ymm11
	vfmadd231ps	5120(%rdi,%rax,4), %ymm6, %ymm12
	vmovups	5376(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm5, %ymm12
	vfmadd231ps	5632(%rdi,%rax,4), %ymm6, %ymm13
	vmovups	5888(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm5, %ymm13
	vfmadd231ps	6144(%rdi,%rax,4), %ymm6, %ymm14
	vfmadd231ps	6400(%rdi,%rax,4), %ymm5, %ymm14
	vfmadd231ps	7680(%rdi,%rax,4), %ymm4, %ymm10
	vfmadd231ps	7936(%rdi,%rax,4), %ymm3, %ymm10
	vmovups	8192(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm2, %ymm10
	vfmadd231ps	8448(%rdi,%rax,4), %ymm3, %ymm11
	vmovups	8704(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm2, %ymm11
	vfmadd231ps	8960(%rdi,%rax,4), %ymm3, %ymm12
	vmovups	9216(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm13
	vfmadd231ps	9472(%rdi,%rax,4), %ymm3, %ymm13
	vfmadd231ps	%ymm15, %ymm2, %ymm12
	vmovups	9728(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm2, %ymm13
	vfmadd231ps	9984(%rdi,%rax,4), %ymm3, %ymm14
	vfmadd231ps	10240(%rdi,%rax,4), %ymm2, %ymm14
	vmovups	%ymm10, (%rdx,%rax,4)
	vmovups	%ymm11, 256(%rdx,%rax,4)
	vmovups	%ymm12, 512(%rdx,%rax,4)
	vmovups	%ymm13, 768(%rdx,%rax,4)
	vmovups	%ymm14, 1024(%rdx,%rax,4)
	vmovups	2560(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vfmadd231ps	2816(%rdi,%rax,4), %ymm9, %ymm10
	vmovups	3072(%rdi,%rax,4), %ymm11
	vfmadd213ps	%ymm0, %ymm11, %ymm1
	vfmadd231ps	%ymm11, %ymm8, %ymm10
	vfmadd231ps	3328(%rdi,%rax,4), %ymm9, %ymm1
	vfmadd231ps	3584(%rdi,%rax,4), %ymm8, %ymm1
	vfmadd231ps	6400(%rdi,%rax,4), %ymm7, %ymm10
	vfmadd231ps	6656(%rdi,%rax,4), %ymm6, %ymm10
	vmovups	6912(%rdi,%rax,4), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm1
	vfmadd231ps	%ymm8, %ymm5, %ymm10
	vfmadd231ps	7168(%rdi,%rax,4), %ymm6, %ymm1
	vfmadd231ps	7424(%rdi,%rax,4), %ymm5, %ymm1
	vfmadd231ps	10240(%rdi,%rax,4), %ymm4, %ymm10
	vfmadd231ps	10496(%rdi,%rax,4), %ymm3, %ymm10
	vmovups	10752(%rdi,%rax,4), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm1
	vfmadd231ps	%ymm5, %ymm2, %ymm10
	vfmadd231ps	11008(%rdi,%rax,4), %ymm3, %ymm1
	vfmadd231ps	11264(%rdi,%rax,4), %ymm2, %ymm1
	vmovups	%ymm10, 1280(%rdx,%rax,4)
	vmovups	%ymm1, 1536(%rdx,%rax,4)
	leaq	8(%rax), %rcx
	cmpq	$56, %rax
	movq	%rcx, %rax
	jb	.LBB17_1
	vzeroupper
	retq
.Lfunc_end17:
	.size	part0.64.2, .Lfunc_end17-part0.64.2

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI18_0:
	.long	0x3727c5ac
.LCPI18_1:
	.long	0x3f800000
	.text
	.hidden	mobile_x86_64_v3_k10
	.globl	mobile_x86_64_v3_k10
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k10,@function
mobile_x86_64_v3_k10:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI18_0(%rip), %ymm5
	vaddps	(%rax), %ymm5, %ymm0
	vaddps	32(%rax), %ymm5, %ymm1
	vaddps	64(%rax), %ymm5, %ymm2
	vaddps	96(%rax), %ymm5, %ymm3
	movq	8(%rdi), %rax
	vsqrtps	%ymm0, %ymm0
	vbroadcastss	.LCPI18_1(%rip), %ymm4
	vdivps	%ymm0, %ymm4, %ymm0
	movq	16(%rdi), %rcx
	vsqrtps	%ymm1, %ymm1
	movq	24(%rdi), %rsi
	vdivps	%ymm1, %ymm4, %ymm1
	movq	32(%rdi), %rdx
	vsqrtps	%ymm2, %ymm2
	movq	40(%rdi), %r10
	vdivps	%ymm2, %ymm4, %ymm2
	movq	48(%rdi), %r8
	vsqrtps	%ymm3, %ymm3
	movq	56(%rdi), %r9
	vdivps	%ymm3, %ymm4, %ymm3
	vmulps	(%rax), %ymm0, %ymm0
	vmulps	32(%rax), %ymm1, %ymm1
	vmulps	64(%rax), %ymm2, %ymm2
	vmulps	96(%rax), %ymm3, %ymm3
	vmulps	(%rcx), %ymm0, %ymm6
	vmulps	32(%rcx), %ymm1, %ymm7
	vmulps	64(%rcx), %ymm2, %ymm8
	vmulps	96(%rcx), %ymm3, %ymm9
	vaddps	(%rdx), %ymm5, %ymm10
	vaddps	32(%rdx), %ymm5, %ymm11
	vaddps	64(%rdx), %ymm5, %ymm12
	vaddps	96(%rdx), %ymm5, %ymm5
	vmovups	(%rsi), %ymm13
	vsqrtps	%ymm10, %ymm10
	vsubps	%ymm6, %ymm13, %ymm6
	vmovups	%ymm6, -40(%rsp)
	vdivps	%ymm10, %ymm4, %ymm10
	vmovups	32(%rsi), %ymm13
	vsqrtps	%ymm11, %ymm11
	vsubps	%ymm7, %ymm13, %ymm7
	vdivps	%ymm11, %ymm4, %ymm11
	vmovups	64(%rsi), %ymm13
	vsqrtps	%ymm12, %ymm12
	vsubps	%ymm8, %ymm13, %ymm8
	vdivps	%ymm12, %ymm4, %ymm12
	vmovups	96(%rsi), %ymm13
	vsqrtps	%ymm5, %ymm5
	vsubps	%ymm9, %ymm13, %ymm9
	vdivps	%ymm5, %ymm4, %ymm4
	vmulps	(%r10), %ymm10, %ymm5
	vmulps	32(%r10), %ymm11, %ymm10
	vmulps	64(%r10), %ymm12, %ymm11
	vmulps	96(%r10), %ymm4, %ymm4
	vmulps	(%r8), %ymm5, %ymm12
	vmulps	32(%r8), %ymm10, %ymm13
	vmulps	64(%r8), %ymm11, %ymm14
	vmovups	(%r9), %ymm15
	vsubps	%ymm12, %ymm15, %ymm12
	vmovups	32(%r9), %ymm15
	vsubps	%ymm13, %ymm15, %ymm13
	vmovups	64(%r9), %ymm15
	vsubps	%ymm14, %ymm15, %ymm14
	vmulps	96(%r8), %ymm4, %ymm15
	vmovups	96(%r9), %ymm6
	vsubps	%ymm15, %ymm6, %ymm6
	movq	64(%rdi), %rax
	movq	72(%rdi), %rcx
	movq	80(%rdi), %rdx
	movq	88(%rdi), %rsi
	vmovups	%ymm0, (%rax)
	vmovups	%ymm1, 32(%rax)
	vmovups	%ymm2, 64(%rax)
	vmovups	%ymm3, 96(%rax)
	vmovups	-40(%rsp), %ymm0
	vmovups	%ymm0, (%rcx)
	vmovups	%ymm7, 32(%rcx)
	vmovups	%ymm8, 64(%rcx)
	vmovups	%ymm9, 96(%rcx)
	vmovups	%ymm5, (%rdx)
	vmovups	%ymm10, 32(%rdx)
	vmovups	%ymm11, 64(%rdx)
	vmovups	%ymm4, 96(%rdx)
	vmovups	%ymm12, (%rsi)
	vmovups	%ymm13, 32(%rsi)
	vmovups	%ymm14, 64(%rsi)
	vmovups	%ymm6, 96(%rsi)
	vzeroupper
	retq
.Lfunc_end18:
	.size	mobile_x86_64_v3_k10, .Lfunc_end18-mobile_x86_64_v3_k10

	.hidden	mobile_x86_64_v3_k11
	.globl	mobile_x86_64_v3_k11
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k11,@function
mobile_x86_64_v3_k11:
	movq	%rsi, %rax
	shlq	$6, %rax
	movq	%rax, %rcx
	andq	$-128, %rcx
	addq	(%rdi), %rcx
	andl	$64, %eax
	addq	%rcx, %rax
	shlq	$12, %rsi
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB19_1:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rax,%rdx), %ymm0
	vmovups	%ymm0, (%rsi,%rdi)
	vmovups	32(%rax,%rdx), %ymm0
	vmovups	%ymm0, 32(%rsi,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$63, %rcx
	movq	%rdx, %rcx
	jb	.LBB19_1
	vzeroupper
	retq
.Lfunc_end19:
	.size	mobile_x86_64_v3_k11, .Lfunc_end19-mobile_x86_64_v3_k11

	.hidden	mobile_x86_64_v3_k12
	.globl	mobile_x86_64_v3_k12
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k12,@function
mobile_x86_64_v3_k12:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$104, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 40(%rsp)
	imulq	$12608, %rdx, %r13
	addq	24(%rdi), %r13
	movq	32(%rdi), %rax
	movq	40(%rdi), %rcx
	movq	%rcx, 96(%rsp)
	movq	48(%rdi), %r11
	movq	56(%rdi), %rcx
	movq	%rcx, 72(%rsp)
	movq	64(%rdi), %rcx
	movq	%rcx, 24(%rsp)
	movq	72(%rdi), %rcx
	movq	%rcx, 32(%rsp)
	movq	80(%rdi), %rcx
	movq	%rcx, 64(%rsp)
	movl	%esi, %ecx
	andl	$1, %ecx
	movq	%rcx, 16(%rsp)
	shlq	$4, %rcx
	movq	%rcx, 56(%rsp)
	shlq	$12, %rsi
	addq	8(%rdi), %rsi
	movq	%rsi, 48(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	movq	%r13, 80(%rsp)
	.p2align	4, 0x90
.LBB20_1:
	imulq	$1792, %rcx, %rbp
	leaq	(,%rcx,8), %rdx
	movq	%rcx, 88(%rsp)
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rcx
	mulxq	%rcx, %rcx, %rcx
	addq	%r13, %rbp
	movq	%rdx, %rsi
	subq	%rcx, %rsi
	shrq	%rsi
	addq	%rcx, %rsi
	shrq	$5, %rsi
	imulq	$49, %rsi, %rcx
	subq	%rcx, %rdx
	xorl	%r10d, %r10d
	.p2align	4, 0x90
.LBB20_2:
	movq	96(%rsp), %rsi
	vmovups	(%rsi,%r10,4), %ymm1
	movq	%r10, %r15
	orq	$8, %r15
	vmovups	(%rsi,%r15,4), %ymm2
	movq	%r10, %rdi
	orq	$16, %rdi
	vmovups	(%rsi,%rdi,4), %ymm3
	movq	%r10, %rcx
	orq	$24, %rcx
	vmovups	(%rsi,%rcx,4), %ymm4
	vmovups	(%r11,%r10,4), %ymm5
	vmovups	(%r11,%r15,4), %ymm6
	vmovups	(%r11,%rdi,4), %ymm7
	vmovups	(%r11,%rcx,4), %ymm8
	xorl	%r9d, %r9d
	.p2align	4, 0x90
.LBB20_3:
	leaq	(%rdx,%r9), %r8
	shlq	$6, %r8
	leaq	(%r8,%r10), %r14
	leaq	(%r8,%r15), %r13
	leaq	(%r8,%rdi), %r12
	addq	%rcx, %r8
	vmulps	(%rax,%r14,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%rax,%r13,4), %ymm2, %ymm10
	vmulps	(%rax,%r12,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%rax,%r8,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%r9, %rsi
	shlq	$6, %rsi
	leaq	(%rsi,%r10), %rbx
	vmovups	%ymm9, (%rbp,%rbx,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%rsi,%r15), %rbx
	vmovups	%ymm10, (%rbp,%rbx,4)
	leaq	(%rsi,%rdi), %rbx
	vmovups	%ymm11, (%rbp,%rbx,4)
	addq	%rcx, %rsi
	vmovups	%ymm9, (%rbp,%rsi,4)
	leaq	1(%r9), %rsi
	cmpq	$6, %r9
	movq	%rsi, %r9
	jb	.LBB20_3
	leaq	32(%r10), %rcx
	testq	%r10, %r10
	movq	%rcx, %r10
	je	.LBB20_2
	movq	88(%rsp), %rdx
	leaq	1(%rdx), %rcx
	cmpq	$6, %rdx
	movq	80(%rsp), %r13
	jb	.LBB20_1
	movq	48(%rsp), %rbx
	leaq	4096(%rbx), %rbp
	movq	16(%rsp), %rax
	shlq	$6, %rax
	movq	40(%rsp), %r12
	movq	%rax, 16(%rsp)
	addq	%rax, %r12
	xorl	%r15d, %r15d
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB20_7:
	movq	%r14, %rax
	shlq	$9, %rax
	prefetcht1	4096(%rbx,%rax)
	prefetcht1	4160(%rbx,%rax)
	prefetcht1	4224(%rbx,%rax)
	prefetcht1	4288(%rbx,%rax)
	prefetcht1	4352(%rbx,%rax)
	prefetcht1	4416(%rbx,%rax)
	prefetcht1	4480(%rbx,%rax)
	prefetcht1	4544(%rbx,%rax)
	leaq	(%r14,%r14,2), %rcx
	movq	%rcx, %rdx
	shlq	$8, %rdx
	addq	%r12, %rdx
	shlq	$4, %rcx
	leaq	table.3(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$64, %r9d
	movq	%r13, %rdi
	movq	%rbx, %rsi
	vzeroupper
	callq	micro.6x16.at.c32.k1.s448.w16
	leaq	1(%r14), %rax
	cmpq	$3, %r14
	movq	%rax, %r14
	jb	.LBB20_7
	leaq	table.3(%rip), %r14
	.p2align	4, 0x90
.LBB20_9:
	leaq	(%r15,%r15,4), %rax
	leaq	(%r15,%r15,4), %rdx
	addq	$24, %rdx
	movq	%r15, %rcx
	shlq	$9, %rcx
	prefetcht1	2048(%rcx,%rbp)
	prefetcht1	2112(%rcx,%rbp)
	prefetcht1	2176(%rcx,%rbp)
	prefetcht1	2240(%rcx,%rbp)
	prefetcht1	2304(%rcx,%rbp)
	prefetcht1	2368(%rcx,%rbp)
	prefetcht1	2432(%rcx,%rbp)
	prefetcht1	2496(%rcx,%rbp)
	shlq	$7, %rdx
	addq	%r12, %rdx
	leaq	(%r14,%rax,8), %rcx
	addq	$192, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$64, %r9d
	movq	%r13, %rdi
	movq	%rbx, %rsi
	callq	micro.5x16.at.c32.k1.s448.w16
	leaq	1(%r15), %rax
	cmpq	$4, %r15
	movq	%rax, %r15
	jb	.LBB20_9
	movq	24(%rsp), %rcx
	movq	16(%rsp), %rdx
	vmovups	(%rcx,%rdx), %ymm0
	movq	56(%rsp), %rbx
	movq	%rbx, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm1
	movq	32(%rsp), %rcx
	vmovups	(%rcx,%rdx), %ymm2
	vmovups	(%rcx,%rax,4), %ymm3
	xorl	%ecx, %ecx
	movq	72(%rsp), %rdi
	movq	64(%rsp), %rbp
	.p2align	4, 0x90
.LBB20_11:
	movq	%rcx, %rdx
	shlq	$5, %rdx
	leaq	(%rdx,%rbx), %rsi
	orq	%rax, %rdx
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm4
	vmulps	(%rdi,%rdx,4), %ymm1, %ymm5
	vaddps	%ymm2, %ymm4, %ymm4
	vaddps	%ymm3, %ymm5, %ymm5
	vmovups	%ymm4, (%rbp,%rsi,4)
	vmovups	%ymm5, (%rbp,%rdx,4)
	leaq	1(%rcx), %rdx
	cmpq	$48, %rcx
	movq	%rdx, %rcx
	jb	.LBB20_11
	addq	$104, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end20:
	.size	mobile_x86_64_v3_k12, .Lfunc_end20-mobile_x86_64_v3_k12

	.p2align	4, 0x90
	.type	micro.6x16.at.c32.k1.s448.w16,@function
micro.6x16.at.c32.k1.s448.w16:
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
	je	.LBB21_2
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
	jg	.LBB21_4
	jmp	.LBB21_10
.LBB21_2:
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
	jle	.LBB21_10
.LBB21_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB21_5
	.p2align	4, 0x90
.LBB21_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB21_10
.LBB21_5:
	imulq	$448, %r15, %r12
	testq	%r14, %r14
	jle	.LBB21_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB21_7:
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
	jl	.LBB21_7
.LBB21_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB21_9
	.p2align	4, 0x90
.LBB21_11:
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
	jl	.LBB21_11
	jmp	.LBB21_9
.LBB21_10:
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
.Lfunc_end21:
	.size	micro.6x16.at.c32.k1.s448.w16, .Lfunc_end21-micro.6x16.at.c32.k1.s448.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c32.k1.s448.w16,@function
micro.5x16.at.c32.k1.s448.w16:
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
	je	.LBB22_2
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
	jg	.LBB22_4
	jmp	.LBB22_10
.LBB22_2:
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
	jle	.LBB22_10
.LBB22_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB22_5
	.p2align	4, 0x90
.LBB22_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB22_10
.LBB22_5:
	imulq	$448, %r14, %r12
	testq	%r15, %r15
	jle	.LBB22_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB22_7:
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
	jl	.LBB22_7
.LBB22_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB22_9
	.p2align	4, 0x90
.LBB22_11:
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
	jl	.LBB22_11
	jmp	.LBB22_9
.LBB22_10:
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
.Lfunc_end22:
	.size	micro.5x16.at.c32.k1.s448.w16, .Lfunc_end22-micro.5x16.at.c32.k1.s448.w16

	.hidden	mobile_x86_64_v3_k13
	.globl	mobile_x86_64_v3_k13
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k13,@function
mobile_x86_64_v3_k13:
	movq	%rsi, %rax
	shlq	$11, %rax
	movq	%rax, %rcx
	andq	$-16384, %rcx
	addq	(%rdi), %rcx
	andl	$7, %esi
	shlq	$6, %rsi
	addq	%rcx, %rsi
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB23_1:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$31, %rcx
	movq	%rdx, %rcx
	jb	.LBB23_1
	vzeroupper
	retq
.Lfunc_end23:
	.size	mobile_x86_64_v3_k13, .Lfunc_end23-mobile_x86_64_v3_k13

	.hidden	mobile_x86_64_v3_k14
	.globl	mobile_x86_64_v3_k14
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k14,@function
mobile_x86_64_v3_k14:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	%rsi, %r12
	movq	%rsi, %rax
	shrq	$3, %rax
	imulq	$6272, %rax, %r15
	addq	(%rdi), %r15
	movq	16(%rdi), %rcx
	movq	%rcx, 8(%rsp)
	movq	%rsi, 16(%rsp)
	shlq	$11, %r12
	addq	8(%rdi), %r12
	xorl	%ebx, %ebx
	leaq	2048(%r12), %r13
	imulq	$25088, %rax, %rax
	movq	%rax, (%rsp)
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB24_1:
	movq	%r14, %rax
	shlq	$8, %rax
	prefetcht1	2048(%r12,%rax)
	prefetcht1	2112(%r12,%rax)
	prefetcht1	2176(%r12,%rax)
	prefetcht1	2240(%r12,%rax)
	leaq	(%r14,%r14,2), %rdx
	movq	%rdx, %rdi
	shlq	$8, %rdi
	addq	%r15, %rdi
	movq	16(%rsp), %rbp
	andl	$7, %ebp
	shlq	$6, %rbp
	addq	(%rsp), %rbp
	addq	8(%rsp), %rbp
	shlq	$10, %rdx
	addq	%rbp, %rdx
	movl	$1, %ecx
	movl	$32, %r8d
	movq	%r12, %rsi
	xorl	%r9d, %r9d
	callq	micro.6x16.a32.c128.k1.s0.w16
	leaq	1(%r14), %rax
	cmpq	$3, %r14
	movq	%rax, %r14
	jb	.LBB24_1
	.p2align	4, 0x90
.LBB24_2:
	leaq	(%rbx,%rbx,4), %rdx
	addq	$24, %rdx
	movq	%rbx, %rax
	shlq	$8, %rax
	prefetcht1	1024(%rax,%r13)
	prefetcht1	1088(%rax,%r13)
	prefetcht1	1152(%rax,%r13)
	prefetcht1	1216(%rax,%r13)
	movq	%rdx, %rdi
	shlq	$7, %rdi
	addq	%r15, %rdi
	shlq	$9, %rdx
	addq	%rbp, %rdx
	movl	$1, %ecx
	movl	$32, %r8d
	movq	%r12, %rsi
	xorl	%r9d, %r9d
	callq	micro.5x16.a32.c128.k1.s0.w16
	leaq	1(%rbx), %rax
	cmpq	$4, %rbx
	movq	%rax, %rbx
	jb	.LBB24_2
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end24:
	.size	mobile_x86_64_v3_k14, .Lfunc_end24-mobile_x86_64_v3_k14

	.p2align	4, 0x90
	.type	micro.6x16.a32.c128.k1.s0.w16,@function
micro.6x16.a32.c128.k1.s0.w16:
	pushq	%rbx
	testq	%r9, %r9
	je	.LBB25_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	512(%rdx), %ymm2
	vmovups	544(%rdx), %ymm3
	vmovups	1024(%rdx), %ymm4
	vmovups	1056(%rdx), %ymm5
	vmovups	1536(%rdx), %ymm6
	vmovups	1568(%rdx), %ymm7
	vmovups	2048(%rdx), %ymm8
	vmovups	2080(%rdx), %ymm9
	vmovups	2560(%rdx), %ymm10
	vmovups	2592(%rdx), %ymm11
	testq	%rcx, %rcx
	jg	.LBB25_4
	jmp	.LBB25_10
.LBB25_2:
	leaq	512(%rdx), %rax
	leaq	1024(%rdx), %r9
	leaq	1536(%rdx), %r10
	leaq	2048(%rdx), %r11
	leaq	2560(%rdx), %rbx
	prefetcht1	(%rdx)
	prefetcht1	(%rax)
	prefetcht1	(%r9)
	prefetcht1	(%r10)
	prefetcht1	(%r11)
	prefetcht1	(%rbx)
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
	testq	%rcx, %rcx
	jle	.LBB25_10
.LBB25_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB25_5
	.p2align	4, 0x90
.LBB25_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB25_10
.LBB25_5:
	testq	%r10, %r10
	jle	.LBB25_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB25_7:
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	384(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	512(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	640(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	132(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	260(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	388(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	516(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	644(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	136(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	264(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	392(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	520(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	648(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	140(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	268(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	396(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	524(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	652(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB25_7
.LBB25_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB25_9
	.p2align	4, 0x90
.LBB25_11:
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	128(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	256(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	384(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	512(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	640(%rdi,%rax,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB25_11
	jmp	.LBB25_9
.LBB25_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 512(%rdx)
	vmovups	%ymm3, 544(%rdx)
	vmovups	%ymm4, 1024(%rdx)
	vmovups	%ymm5, 1056(%rdx)
	vmovups	%ymm6, 1536(%rdx)
	vmovups	%ymm7, 1568(%rdx)
	vmovups	%ymm8, 2048(%rdx)
	vmovups	%ymm9, 2080(%rdx)
	vmovups	%ymm10, 2560(%rdx)
	vmovups	%ymm11, 2592(%rdx)
	popq	%rbx
	vzeroupper
	retq
.Lfunc_end25:
	.size	micro.6x16.a32.c128.k1.s0.w16, .Lfunc_end25-micro.6x16.a32.c128.k1.s0.w16

	.p2align	4, 0x90
	.type	micro.5x16.a32.c128.k1.s0.w16,@function
micro.5x16.a32.c128.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB26_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	512(%rdx), %ymm2
	vmovups	544(%rdx), %ymm3
	vmovups	1024(%rdx), %ymm4
	vmovups	1056(%rdx), %ymm5
	vmovups	1536(%rdx), %ymm6
	vmovups	1568(%rdx), %ymm7
	vmovups	2048(%rdx), %ymm8
	vmovups	2080(%rdx), %ymm9
	testq	%rcx, %rcx
	jg	.LBB26_4
	jmp	.LBB26_10
.LBB26_2:
	leaq	512(%rdx), %rax
	leaq	1024(%rdx), %r9
	leaq	1536(%rdx), %r10
	leaq	2048(%rdx), %r11
	prefetcht1	(%rdx)
	prefetcht1	(%rax)
	prefetcht1	(%r9)
	prefetcht1	(%r10)
	prefetcht1	(%r11)
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
	testq	%rcx, %rcx
	jle	.LBB26_10
.LBB26_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB26_5
	.p2align	4, 0x90
.LBB26_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB26_10
.LBB26_5:
	testq	%r10, %r10
	jle	.LBB26_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB26_7:
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	384(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	512(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	132(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	260(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	388(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	516(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	136(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	264(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	392(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	520(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	140(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	268(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	396(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	524(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB26_7
.LBB26_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB26_9
	.p2align	4, 0x90
.LBB26_11:
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	128(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	256(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	384(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	512(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB26_11
	jmp	.LBB26_9
.LBB26_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 512(%rdx)
	vmovups	%ymm3, 544(%rdx)
	vmovups	%ymm4, 1024(%rdx)
	vmovups	%ymm5, 1056(%rdx)
	vmovups	%ymm6, 1536(%rdx)
	vmovups	%ymm7, 1568(%rdx)
	vmovups	%ymm8, 2048(%rdx)
	vmovups	%ymm9, 2080(%rdx)
	vzeroupper
	retq
.Lfunc_end26:
	.size	micro.5x16.a32.c128.k1.s0.w16, .Lfunc_end26-micro.5x16.a32.c128.k1.s0.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI27_0:
	.long	0x3727c5ac
.LCPI27_1:
	.long	0x3f800000
	.text
	.hidden	mobile_x86_64_v3_k15
	.globl	mobile_x86_64_v3_k15
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k15,@function
mobile_x86_64_v3_k15:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$920, %rsp
	movq	(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	8(%rdi), %rax
	movq	%rax, (%rsp)
	movq	16(%rdi), %rax
	movq	%rax, -8(%rsp)
	movq	24(%rdi), %rax
	movq	%rax, -16(%rsp)
	movq	32(%rdi), %rax
	movq	%rax, -24(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, -32(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, -40(%rsp)
	movq	56(%rdi), %rax
	movq	%rax, -48(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, -56(%rsp)
	movq	72(%rdi), %rax
	movq	%rax, -64(%rsp)
	movq	80(%rdi), %rax
	movq	%rax, -72(%rsp)
	movq	88(%rdi), %rax
	movq	%rax, -80(%rsp)
	movq	96(%rdi), %rax
	movq	%rax, -88(%rsp)
	movq	104(%rdi), %rax
	movq	%rax, -96(%rsp)
	movq	112(%rdi), %rax
	movq	%rax, -104(%rsp)
	movq	120(%rdi), %rax
	movq	%rax, -112(%rsp)
	movq	128(%rdi), %rax
	movq	%rax, -120(%rsp)
	movq	136(%rdi), %r10
	movq	144(%rdi), %r11
	movq	152(%rdi), %r14
	movq	160(%rdi), %r15
	movq	168(%rdi), %r12
	movq	176(%rdi), %r13
	movq	184(%rdi), %rbx
	vbroadcastss	.LCPI27_0(%rip), %ymm0
	vbroadcastss	.LCPI27_1(%rip), %ymm1
	xorl	%eax, %eax
	movq	-96(%rsp), %r9
	movq	-16(%rsp), %r8
	.p2align	4, 0x90
.LBB27_1:
	leaq	(,%rax,4), %rcx
	movq	%rcx, %rdx
	orq	$32, %rdx
	movq	%rcx, %rsi
	orq	$64, %rsi
	orq	$96, %rcx
	movq	8(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm3
	vaddps	(%rbp,%rsi), %ymm0, %ymm4
	vaddps	(%rbp,%rcx), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	movq	(%rsp), %rbp
	vmulps	(%rbp,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 848(%rsp)
	vmulps	(%rbp,%rdx), %ymm3, %ymm2
	vmovups	%ymm2, 880(%rsp)
	vmulps	(%rbp,%rsi), %ymm4, %ymm2
	vmovups	%ymm2, 112(%rsp)
	movq	-24(%rsp), %rdi
	vaddps	(%rdi,%rax,4), %ymm0, %ymm2
	vaddps	(%rdi,%rdx), %ymm0, %ymm6
	vaddps	(%rdi,%rsi), %ymm0, %ymm7
	vaddps	(%rdi,%rcx), %ymm0, %ymm8
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm6, %ymm6
	vdivps	%ymm6, %ymm1, %ymm6
	vsqrtps	%ymm7, %ymm7
	vdivps	%ymm7, %ymm1, %ymm7
	vsqrtps	%ymm8, %ymm8
	vdivps	%ymm8, %ymm1, %ymm9
	vmulps	(%rbp,%rcx), %ymm5, %ymm8
	vmovups	%ymm8, 752(%rsp)
	movq	-32(%rsp), %rdi
	vmulps	(%rdi,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 80(%rsp)
	vmulps	(%rdi,%rdx), %ymm6, %ymm4
	vmovups	%ymm4, 592(%rsp)
	vmulps	(%rdi,%rsi), %ymm7, %ymm2
	vmovups	%ymm2, 48(%rsp)
	movq	-56(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm10
	vaddps	(%rbp,%rsi), %ymm0, %ymm11
	vaddps	(%rbp,%rcx), %ymm0, %ymm12
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm10, %ymm10
	vdivps	%ymm10, %ymm1, %ymm10
	vsqrtps	%ymm11, %ymm11
	vdivps	%ymm11, %ymm1, %ymm11
	vsqrtps	%ymm12, %ymm12
	vdivps	%ymm12, %ymm1, %ymm13
	vmulps	(%rdi,%rcx), %ymm9, %ymm12
	vmovups	%ymm12, 496(%rsp)
	movq	-64(%rsp), %rdi
	vmulps	(%rdi,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 16(%rsp)
	vmulps	(%rdi,%rdx), %ymm10, %ymm2
	vmovups	%ymm2, 784(%rsp)
	vmulps	(%rdi,%rsi), %ymm11, %ymm2
	vmovups	%ymm2, 816(%rsp)
	movq	-88(%rsp), %rbp
	vaddps	(%rbp,%rax,4), %ymm0, %ymm2
	vaddps	(%rbp,%rdx), %ymm0, %ymm14
	vaddps	(%rbp,%rsi), %ymm0, %ymm15
	vaddps	(%rbp,%rcx), %ymm0, %ymm3
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm14, %ymm14
	vdivps	%ymm14, %ymm1, %ymm14
	vsqrtps	%ymm15, %ymm15
	vdivps	%ymm15, %ymm1, %ymm15
	vsqrtps	%ymm3, %ymm3
	vmovups	%ymm3, 432(%rsp)
	vmulps	(%rdi,%rcx), %ymm13, %ymm3
	vmovups	%ymm3, 528(%rsp)
	vmulps	(%r9,%rax,4), %ymm2, %ymm2
	vmovups	%ymm2, 624(%rsp)
	vmulps	(%r9,%rdx), %ymm14, %ymm2
	vmovups	%ymm2, 656(%rsp)
	vmulps	(%r9,%rsi), %ymm15, %ymm2
	vmovups	%ymm2, 720(%rsp)
	movq	-8(%rsp), %rbp
	vmovups	848(%rsp), %ymm13
	vmulps	(%rbp,%rax,4), %ymm13, %ymm15
	vmovups	(%r8,%rax,4), %ymm5
	vsubps	%ymm15, %ymm5, %ymm2
	vmovups	%ymm2, 400(%rsp)
	vmovups	880(%rsp), %ymm3
	vmulps	(%rbp,%rdx), %ymm3, %ymm15
	vmovups	(%r8,%rdx), %ymm6
	vsubps	%ymm15, %ymm6, %ymm2
	vmovups	%ymm2, 336(%rsp)
	vmovups	112(%rsp), %ymm2
	vmulps	(%rbp,%rsi), %ymm2, %ymm15
	vmovups	(%r8,%rsi), %ymm7
	vsubps	%ymm15, %ymm7, %ymm2
	vmovups	%ymm2, 272(%rsp)
	vmulps	(%rbp,%rcx), %ymm8, %ymm15
	vmovups	(%r8,%rcx), %ymm8
	vsubps	%ymm15, %ymm8, %ymm2
	vmovups	%ymm2, 208(%rsp)
	movq	-40(%rsp), %rdi
	vmovups	80(%rsp), %ymm2
	vmulps	(%rdi,%rax,4), %ymm2, %ymm15
	movq	-48(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm9
	vsubps	%ymm15, %ymm9, %ymm2
	vmovups	%ymm2, 240(%rsp)
	vmulps	(%rdi,%rdx), %ymm4, %ymm15
	vmovups	(%rbp,%rdx), %ymm10
	vsubps	%ymm15, %ymm10, %ymm2
	vmovups	%ymm2, 176(%rsp)
	vmovups	48(%rsp), %ymm2
	vmulps	(%rdi,%rsi), %ymm2, %ymm15
	vmovups	(%rbp,%rsi), %ymm11
	vsubps	%ymm15, %ymm11, %ymm2
	vmovups	%ymm2, 688(%rsp)
	vmulps	(%rdi,%rcx), %ymm12, %ymm15
	vmovups	(%rbp,%rcx), %ymm12
	vsubps	%ymm15, %ymm12, %ymm2
	vmovups	%ymm2, 560(%rsp)
	movq	-72(%rsp), %rdi
	vmovups	16(%rsp), %ymm2
	vmulps	(%rdi,%rax,4), %ymm2, %ymm15
	movq	-80(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm4
	vsubps	%ymm15, %ymm4, %ymm2
	vmovups	%ymm2, 144(%rsp)
	vmovups	784(%rsp), %ymm14
	vmulps	(%rdi,%rdx), %ymm14, %ymm15
	vmovups	(%rbp,%rdx), %ymm5
	vsubps	%ymm15, %ymm5, %ymm2
	vmovups	%ymm2, 464(%rsp)
	vmovups	816(%rsp), %ymm12
	vmulps	(%rdi,%rsi), %ymm12, %ymm15
	vmovups	(%rbp,%rsi), %ymm6
	vsubps	%ymm15, %ymm6, %ymm2
	vmovups	%ymm2, 368(%rsp)
	vmovups	528(%rsp), %ymm11
	vmulps	(%rdi,%rcx), %ymm11, %ymm15
	vmovups	(%rbp,%rcx), %ymm7
	vsubps	%ymm15, %ymm7, %ymm2
	vmovups	%ymm2, 304(%rsp)
	movq	-104(%rsp), %rdi
	vmovups	624(%rsp), %ymm7
	vmulps	(%rdi,%rax,4), %ymm7, %ymm15
	movq	-112(%rsp), %rbp
	vmovups	(%rbp,%rax,4), %ymm9
	vsubps	%ymm15, %ymm9, %ymm9
	vmovups	656(%rsp), %ymm6
	vmulps	(%rdi,%rdx), %ymm6, %ymm15
	vmovups	(%rbp,%rdx), %ymm8
	vsubps	%ymm15, %ymm8, %ymm8
	vmovups	720(%rsp), %ymm5
	vmulps	(%rdi,%rsi), %ymm5, %ymm15
	vmovups	(%rbp,%rsi), %ymm10
	vsubps	%ymm15, %ymm10, %ymm10
	vdivps	432(%rsp), %ymm1, %ymm15
	vmulps	(%r9,%rcx), %ymm15, %ymm15
	vmulps	(%rdi,%rcx), %ymm15, %ymm2
	vmovups	(%rbp,%rcx), %ymm4
	vsubps	%ymm2, %ymm4, %ymm2
	movq	-120(%rsp), %rdi
	vmovups	%ymm13, (%rdi,%rax,4)
	vmovups	%ymm3, (%rdi,%rdx)
	vmovups	112(%rsp), %ymm3
	vmovups	%ymm3, (%rdi,%rsi)
	vmovups	752(%rsp), %ymm3
	vmovups	%ymm3, (%rdi,%rcx)
	vmovups	400(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rax,4)
	vmovups	336(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rdx)
	vmovups	272(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rsi)
	vmovups	208(%rsp), %ymm3
	vmovups	%ymm3, (%r10,%rcx)
	vmovups	80(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rax,4)
	vmovups	592(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rdx)
	vmovups	48(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rsi)
	vmovups	496(%rsp), %ymm3
	vmovups	%ymm3, (%r11,%rcx)
	vmovups	240(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rax,4)
	vmovups	176(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rdx)
	vmovups	688(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rsi)
	vmovups	560(%rsp), %ymm3
	vmovups	%ymm3, (%r14,%rcx)
	vmovups	16(%rsp), %ymm3
	vmovups	%ymm3, (%r15,%rax,4)
	vmovups	%ymm14, (%r15,%rdx)
	vmovups	%ymm12, (%r15,%rsi)
	vmovups	%ymm11, (%r15,%rcx)
	vmovups	144(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rax,4)
	vmovups	464(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rdx)
	vmovups	368(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rsi)
	vmovups	304(%rsp), %ymm3
	vmovups	%ymm3, (%r12,%rcx)
	vmovups	%ymm7, (%r13,%rax,4)
	vmovups	%ymm6, (%r13,%rdx)
	vmovups	%ymm5, (%r13,%rsi)
	vmovups	%ymm15, (%r13,%rcx)
	vmovups	%ymm9, (%rbx,%rax,4)
	vmovups	%ymm8, (%rbx,%rdx)
	vmovups	%ymm10, (%rbx,%rsi)
	vmovups	%ymm2, (%rbx,%rcx)
	cmpq	$96, %rax
	leaq	32(%rax), %rax
	jb	.LBB27_1
	addq	$920, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end27:
	.size	mobile_x86_64_v3_k15, .Lfunc_end27-mobile_x86_64_v3_k15

	.hidden	mobile_x86_64_v3_k16
	.globl	mobile_x86_64_v3_k16
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k16,@function
mobile_x86_64_v3_k16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$72, %rsp
	movq	%rsi, %r13
	movq	8(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	32(%rdi), %r12
	imulq	$20800, %rdx, %rbx
	addq	24(%rdi), %rbx
	movq	40(%rdi), %rax
	movq	%rax, 40(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	%rsi, %rax
	shrq	%rax
	shll	$6, %r13d
	andl	$64, %r13d
	movq	%rax, 16(%rsp)
	imulq	$6272, %rax, %rax
	orq	%r13, %rax
	shlq	$2, %rax
	addq	16(%rdi), %rax
	movq	%rax, 56(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%eax, %eax
	movq	%r13, 64(%rsp)
	movq	%rbx, 24(%rsp)
	jmp	.LBB28_1
	.p2align	4, 0x90
.LBB28_9:
	movq	(%rsp), %rcx
	leaq	1(%rcx), %rax
	testq	%rcx, %rcx
	movq	24(%rsp), %rbx
	jne	.LBB28_10
.LBB28_1:
	leaq	(%rax,%rax,8), %rsi
	shlq	$8, %rsi
	addq	%rbx, %rsi
	movq	%rax, (%rsp)
	decq	%rax
	movl	$0, %ecx
	movl	$0, %edx
	cmpq	$7, %rax
	jae	.LBB28_22
	.p2align	4, 0x90
.LBB28_2:
	vmovups	%ymm0, (%rsi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB28_2
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB28_4:
	vmovups	%ymm0, 2048(%rsi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB28_4
	movq	16(%rsp), %rdx
	leaq	(,%rdx,8), %rcx
	subq	%rdx, %rcx
	addq	%rax, %rcx
	leaq	(,%rcx,8), %rdx
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rax
	mulxq	%rax, %rax, %rax
	addq	$256, %rsi
	movq	%rdx, %rcx
	subq	%rax, %rcx
	shrq	%rcx
	addq	%rax, %rcx
	shrq	$5, %rcx
	imulq	$49, %rcx, %rax
	subq	%rax, %rdx
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB28_6:
	leaq	(%rdi,%r13), %r10
	movq	40(%rsp), %rax
	vmovups	(%rax,%r10,4), %ymm1
	movq	%r10, %rbx
	orq	$8, %rbx
	vmovups	(%rax,%rbx,4), %ymm2
	movq	%r10, %r11
	orq	$16, %r11
	vmovups	(%rax,%r11,4), %ymm3
	movq	%r10, %rcx
	orq	$24, %rcx
	vmovups	(%rax,%rcx,4), %ymm4
	movq	32(%rsp), %rax
	vmovups	(%rax,%r10,4), %ymm5
	vmovups	(%rax,%rbx,4), %ymm6
	vmovups	(%rax,%r11,4), %ymm7
	vmovups	(%rax,%rcx,4), %ymm8
	xorl	%r13d, %r13d
	.p2align	4, 0x90
.LBB28_7:
	leaq	(%rdx,%r13), %r8
	shlq	$7, %r8
	leaq	(%r8,%r10), %r14
	leaq	(%r8,%rbx), %r9
	leaq	(%r8,%r11), %r15
	addq	%rcx, %r8
	vmulps	(%r12,%r14,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r12,%r9,4), %ymm2, %ymm10
	vaddps	%ymm6, %ymm10, %ymm10
	vmulps	(%r12,%r15,4), %ymm3, %ymm11
	vmulps	(%r12,%r8,4), %ymm4, %ymm12
	vaddps	%ymm7, %ymm11, %ymm11
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	vandps	%ymm12, %ymm13, %ymm12
	movq	%r13, %rbp
	shlq	$6, %rbp
	leaq	(%rdi,%rbp), %rax
	vmovups	%ymm9, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$8, %rax
	addq	%rbp, %rax
	vmovups	%ymm10, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$16, %rax
	addq	%rbp, %rax
	vmovups	%ymm11, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$24, %rax
	addq	%rbp, %rax
	vmovups	%ymm12, (%rsi,%rax,4)
	leaq	1(%r13), %rax
	cmpq	$6, %r13
	movq	%rax, %r13
	jb	.LBB28_7
	leaq	32(%rdi), %rax
	testq	%rdi, %rdi
	movq	%rax, %rdi
	movq	64(%rsp), %r13
	je	.LBB28_6
	jmp	.LBB28_9
	.p2align	4, 0x90
.LBB28_22:
	vmovups	%ymm0, (%rsi,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$568, %rdx
	movq	%rax, %rdx
	jb	.LBB28_22
	jmp	.LBB28_9
.LBB28_10:
	vxorps	%xmm13, %xmm13, %xmm13
	movq	8(%rsp), %rax
	leaq	(%rax,%r13,4), %rax
	movq	%rax, 48(%rsp)
	xorl	%esi, %esi
	jmp	.LBB28_11
	.p2align	4, 0x90
.LBB28_20:
	movq	24(%rsp), %rbx
	addq	%rbx, %rdi
	movq	8(%rsp), %rbp
	imulq	$3584, %rbp, %rdx
	addq	56(%rsp), %rdx
	movq	48(%rsp), %rsi
	vzeroupper
	callq	part0.64.4
	vxorps	%xmm13, %xmm13, %xmm13
	cmpq	$6, %rbp
	movq	(%rsp), %rsi
	jae	.LBB28_21
.LBB28_11:
	movq	%rsi, %rax
	shlq	$8, %rax
	leaq	(%rax,%rax,8), %rdi
	leaq	(%rbx,%rdi), %r14
	addq	$4608, %r14
	leaq	1(%rsi), %rax
	movq	%rax, (%rsp)
	movl	$0, %ecx
	movl	$0, %edx
	movq	%rsi, 8(%rsp)
	cmpq	$6, %rsi
	jae	.LBB28_19
	.p2align	4, 0x90
.LBB28_12:
	vmovups	%ymm13, (%r14,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB28_12
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB28_14:
	vmovups	%ymm13, 2048(%r14,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB28_14
	movq	16(%rsp), %rax
	leaq	(,%rax,8), %rcx
	subq	%rax, %rcx
	addq	(%rsp), %rcx
	leaq	(,%rcx,8), %rdx
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rax
	mulxq	%rax, %rcx, %rcx
	addq	$256, %r14
	movq	%rdx, %rsi
	subq	%rcx, %rsi
	shrq	%rsi
	addq	%rcx, %rsi
	shrq	$5, %rsi
	imulq	$49, %rsi, %rcx
	subq	%rcx, %rdx
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB28_16:
	leaq	(%r15,%r13), %r9
	movq	40(%rsp), %rax
	vmovups	(%rax,%r9,4), %ymm0
	movq	%r9, %r8
	orq	$8, %r8
	vmovups	(%rax,%r8,4), %ymm1
	movq	%r9, %r10
	orq	$16, %r10
	vmovups	(%rax,%r10,4), %ymm2
	movq	%r9, %r11
	orq	$24, %r11
	vmovups	(%rax,%r11,4), %ymm3
	movq	32(%rsp), %rax
	vmovups	(%rax,%r9,4), %ymm4
	vmovups	(%rax,%r8,4), %ymm5
	vmovups	(%rax,%r10,4), %ymm6
	vmovups	(%rax,%r11,4), %ymm7
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB28_17:
	leaq	(%rdx,%rsi), %rbp
	shlq	$7, %rbp
	leaq	(%r9,%rbp), %rbx
	leaq	(%r8,%rbp), %rax
	leaq	(%r10,%rbp), %rcx
	addq	%r11, %rbp
	vmulps	(%r12,%rbx,4), %ymm0, %ymm8
	vaddps	%ymm4, %ymm8, %ymm8
	vmulps	(%r12,%rax,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r12,%rcx,4), %ymm2, %ymm10
	vmulps	(%r12,%rbp,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vcmpnleps	%ymm13, %ymm8, %ymm12
	vandps	%ymm8, %ymm12, %ymm8
	vcmpnleps	%ymm13, %ymm9, %ymm12
	vandps	%ymm9, %ymm12, %ymm9
	vcmpnleps	%ymm13, %ymm10, %ymm12
	vandps	%ymm10, %ymm12, %ymm10
	vcmpnleps	%ymm13, %ymm11, %ymm12
	vandps	%ymm11, %ymm12, %ymm11
	movq	%rsi, %rax
	shlq	$6, %rax
	leaq	(%rax,%r15), %rcx
	vmovups	%ymm8, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$8, %rcx
	addq	%rax, %rcx
	vmovups	%ymm9, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$16, %rcx
	addq	%rax, %rcx
	vmovups	%ymm10, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$24, %rcx
	addq	%rax, %rcx
	vmovups	%ymm11, (%r14,%rcx,4)
	leaq	1(%rsi), %rax
	cmpq	$6, %rsi
	movq	%rax, %rsi
	jb	.LBB28_17
	leaq	32(%r15), %rax
	testq	%r15, %r15
	movq	%rax, %r15
	je	.LBB28_16
	jmp	.LBB28_20
	.p2align	4, 0x90
.LBB28_19:
	vmovups	%ymm13, (%r14,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$568, %rdx
	movq	%rax, %rdx
	jb	.LBB28_19
	jmp	.LBB28_20
.LBB28_21:
	addq	$72, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end28:
	.size	mobile_x86_64_v3_k16, .Lfunc_end28-mobile_x86_64_v3_k16

	.p2align	4, 0x90
	.type	part0.64.4,@function
part0.64.4:
	xorl	%eax, %eax
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB29_1:
	vmovups	(%rsi,%rax,4), %ymm1
	vmovups	512(%rsi,%rax,4), %ymm9
	vmovups	1024(%rsi,%rax,4), %ymm8
	vmovups	1536(%rsi,%rax,4), %ymm7
	vmovups	2048(%rsi,%rax,4), %ymm6
	vmovups	2560(%rsi,%rax,4), %ymm5
	vmovups	3072(%rsi,%rax,4), %ymm4
	vmovups	3584(%rsi,%rax,4), %ymm3
	vmovups	4096(%rsi,%rax,4), %ymm2
	vmovups	(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	256(%rdi,%rax,4), %ymm12
	vmovups	512(%rdi,%rax,4), %ymm13
	vmovups	768(%rdi,%rax,4), %ymm14
	vmovaps	%ymm1, %ymm11
	vfmadd213ps	%ymm0, %ymm12, %ymm11
	vfmadd231ps	%ymm12, %ymm9, %ymm10
	vmovaps	%ymm1, %ymm12
	vfmadd213ps	%ymm0, %ymm13, %ymm12
	vfmadd231ps	%ymm9, %ymm13, %ymm11
	vfmadd231ps	%ymm13, %ymm8, %ymm10
	vmovaps	%ymm1, %ymm13
	vfmadd213ps	%ymm0, %ymm14, %ymm13
	vfmadd231ps	%ymm9, %ymm14, %ymm12
	vfmadd231ps	%ymm14, %ymm8, %ymm11
	vmovups	1024(%rdi,%rax,4), %ymm15
	vmovaps	%ymm1, %ymm14
	vfmadd213ps	%ymm0, %ymm15, %ymm14
	vfmadd231ps	%ymm9, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm8, %ymm12
	vmovups	1280(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm9, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm8, %ymm13
	vfmadd231ps	1536(%rdi,%rax,4), %ymm8, %ymm14
	vfmadd231ps	2304(%rdi,%rax,4), %ymm7, %ymm10
	vmovups	2560(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm6, %ymm10
	vmovups	2816(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm12
	vfmadd231ps	%ymm6, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm5, %ymm10
	vmovups	3072(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm13
	vfmadd231ps	%ymm6, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm5, %ymm11
	vmovups	3328(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm14
	vfmadd231ps	%ymm6, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm5, %ymm12
	vmovups	3584(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm6, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm5, %ymm13
	vfmadd231ps	3840(%rdi,%rax,4), %ymm5, %ymm14
	vfmadd231ps	4608(%rdi,%rax,4), %ymm4, %ymm10
	vmovups	4864(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm3, %ymm10
	vmovups	5120(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm12
	vfmadd231ps	%ymm3, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm2, %ymm10
	vmovups	5376(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm13
	vfmadd231ps	%ymm3, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm2, %ymm11
	vmovups	5632(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm14
	vfmadd231ps	%ymm3, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm2, %ymm12
	vmovups	5888(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm3, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm2, %ymm13
	vfmadd231ps	6144(%rdi,%rax,4), %ymm2, %ymm14
	vmovups	%ymm10, (%rdx,%rax,4)
	vmovups	%ymm11, 512(%rdx,%rax,4)
	vmovups	%ymm12, 1024(%rdx,%rax,4)
	vmovups	%ymm13, 1536(%rdx,%rax,4)
	vmovups	%ymm14, 2048(%rdx,%rax,4)
	vmovups	1280(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	1536(%rdi,%rax,4), %ymm11
	vmovups	1792(%rdi,%rax,4), %ymm12
	vfmadd213ps	%ymm0, %ymm11, %ymm1
	vfmadd231ps	%ymm11, %ymm9, %ymm10
	vfmadd231ps	%ymm9, %ymm12, %ymm1
	vfmadd231ps	%ymm12, %ymm8, %ymm10
	vfmadd231ps	2048(%rdi,%rax,4), %ymm8, %ymm1
	vfmadd231ps	3584(%rdi,%rax,4), %ymm7, %ymm10
	vmovups	3840(%rdi,%rax,4), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm1
	vfmadd231ps	%ymm8, %ymm6, %ymm10
	vmovups	4096(%rdi,%rax,4), %ymm7
	vfmadd231ps	%ymm6, %ymm7, %ymm1
	vfmadd231ps	%ymm7, %ymm5, %ymm10
	vfmadd231ps	4352(%rdi,%rax,4), %ymm5, %ymm1
	vfmadd231ps	5888(%rdi,%rax,4), %ymm4, %ymm10
	vmovups	6144(%rdi,%rax,4), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm1
	vfmadd231ps	%ymm5, %ymm3, %ymm10
	vmovups	6400(%rdi,%rax,4), %ymm4
	vfmadd231ps	%ymm3, %ymm4, %ymm1
	vfmadd231ps	%ymm4, %ymm2, %ymm10
	vfmadd231ps	6656(%rdi,%rax,4), %ymm2, %ymm1
	vmovups	%ymm10, 2560(%rdx,%rax,4)
	vmovups	%ymm1, 3072(%rdx,%rax,4)
	leaq	8(%rax), %rcx
	cmpq	$56, %rax
	movq	%rcx, %rax
	jb	.LBB29_1
	vzeroupper
	retq
.Lfunc_end29:
	.size	part0.64.4, .Lfunc_end29-part0.64.4

	.hidden	mobile_x86_64_v3_k17
	.globl	mobile_x86_64_v3_k17
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k17,@function
mobile_x86_64_v3_k17:
	movq	%rsi, %rax
	shlq	$6, %rax
	movq	%rax, %rcx
	andq	$-128, %rcx
	addq	(%rdi), %rcx
	andl	$64, %eax
	addq	%rcx, %rax
	shlq	$13, %rsi
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB30_1:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rax,%rdx), %ymm0
	vmovups	%ymm0, (%rsi,%rdi)
	vmovups	32(%rax,%rdx), %ymm0
	vmovups	%ymm0, 32(%rsi,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$127, %rcx
	movq	%rdx, %rcx
	jb	.LBB30_1
	vzeroupper
	retq
.Lfunc_end30:
	.size	mobile_x86_64_v3_k17, .Lfunc_end30-mobile_x86_64_v3_k17

	.hidden	mobile_x86_64_v3_k18
	.globl	mobile_x86_64_v3_k18
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k18,@function
mobile_x86_64_v3_k18:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$104, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	32(%rdi), %rcx
	imulq	$25152, %rdx, %r12
	addq	24(%rdi), %r12
	movq	40(%rdi), %rax
	movq	%rax, 16(%rsp)
	movq	48(%rdi), %r13
	movq	56(%rdi), %rax
	movq	%rax, 88(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, 40(%rsp)
	movq	72(%rdi), %rax
	movq	%rax, 48(%rsp)
	movq	80(%rdi), %rax
	movq	%rax, 80(%rsp)
	movq	88(%rdi), %rax
	movq	%rax, 72(%rsp)
	movl	%esi, %eax
	shll	$4, %eax
	andl	$16, %eax
	movq	%rax, 64(%rsp)
	shlq	$13, %rsi
	addq	8(%rdi), %rsi
	movq	%rsi, 56(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%eax, %eax
	movq	%r12, 96(%rsp)
	.p2align	4, 0x90
.LBB31_1:
	imulq	$3584, %rax, %rdi
	leaq	(,%rax,8), %rdx
	movq	%rax, 24(%rsp)
	subq	%rax, %rdx
	movabsq	$5646962471543740291, %rax
	mulxq	%rax, %rax, %rax
	addq	%r12, %rdi
	movq	%rdx, %rsi
	subq	%rax, %rsi
	shrq	%rsi
	addq	%rax, %rsi
	shrq	$5, %rsi
	imulq	$49, %rsi, %rax
	subq	%rax, %rdx
	xorl	%r11d, %r11d
	.p2align	4, 0x90
.LBB31_2:
	movq	16(%rsp), %rbp
	vmovups	(%rbp,%r11,4), %ymm1
	movq	%r11, %r10
	orq	$8, %r10
	vmovups	(%rbp,%r10,4), %ymm2
	movq	%r11, %rax
	orq	$16, %rax
	vmovups	(%rbp,%rax,4), %ymm3
	movq	%r11, %rsi
	orq	$24, %rsi
	vmovups	(%rbp,%rsi,4), %ymm4
	vmovups	(%r13,%r11,4), %ymm5
	vmovups	(%r13,%r10,4), %ymm6
	vmovups	(%r13,%rax,4), %ymm7
	vmovups	(%r13,%rsi,4), %ymm8
	xorl	%r8d, %r8d
	.p2align	4, 0x90
.LBB31_3:
	leaq	(%rdx,%r8), %r9
	shlq	$7, %r9
	leaq	(%r9,%r11), %r12
	leaq	(%r9,%r10), %r15
	leaq	(%r9,%rax), %r14
	addq	%rsi, %r9
	vmulps	(%rcx,%r12,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%rcx,%r15,4), %ymm2, %ymm10
	vmulps	(%rcx,%r14,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%rcx,%r9,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%r8, %rbp
	shlq	$7, %rbp
	leaq	(%r11,%rbp), %rbx
	vmovups	%ymm9, (%rdi,%rbx,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%r10,%rbp), %rbx
	vmovups	%ymm10, (%rdi,%rbx,4)
	leaq	(%rax,%rbp), %rbx
	vmovups	%ymm11, (%rdi,%rbx,4)
	addq	%rsi, %rbp
	vmovups	%ymm9, (%rdi,%rbp,4)
	leaq	1(%r8), %rbp
	cmpq	$6, %r8
	movq	%rbp, %r8
	jb	.LBB31_3
	leaq	32(%r11), %rax
	cmpq	$96, %r11
	movq	%rax, %r11
	jb	.LBB31_2
	movq	24(%rsp), %rdx
	leaq	1(%rdx), %rax
	cmpq	$6, %rdx
	movq	96(%rsp), %r12
	jb	.LBB31_1
	movq	56(%rsp), %r15
	leaq	8192(%r15), %rax
	movq	%rax, 24(%rsp)
	xorl	%ebp, %ebp
	movq	64(%rsp), %r14
	movq	32(%rsp), %rax
	leaq	(%rax,%r14,4), %rax
	movq	%rax, 16(%rsp)
	movq	80(%rsp), %rbx
	xorl	%r13d, %r13d
	.p2align	4, 0x90
.LBB31_7:
	imulq	$960, %r13, %rax
	addq	%r15, %rax
	addq	$8192, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB31_8:
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
	je	.LBB31_8
	movq	%r13, %rax
	shlq	$6, %rax
	leaq	(%rax,%rax,2), %rax
	orq	%r14, %rax
	prefetcht1	(%rbx,%rax,4)
	prefetcht1	128(%rbx,%rax,4)
	prefetcht1	256(%rbx,%rax,4)
	prefetcht1	384(%rbx,%rax,4)
	prefetcht1	512(%rbx,%rax,4)
	prefetcht1	640(%rbx,%rax,4)
	leaq	(,%r13,2), %rcx
	addq	%r13, %rcx
	movq	%rcx, %rdx
	shlq	$8, %rdx
	addq	16(%rsp), %rdx
	shlq	$4, %rcx
	leaq	table.5(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$128, %r9d
	movq	%r12, %rdi
	movq	%r15, %rsi
	vzeroupper
	callq	micro.6x16.at.c32.k1.s896.w16
	leaq	1(%r13), %rax
	cmpq	$3, %r13
	movq	%rax, %r13
	jb	.LBB31_7
	movq	24(%rsp), %r13
	.p2align	4, 0x90
.LBB31_11:
	leaq	24(,%rbp,4), %rdx
	addq	%rbp, %rdx
	imulq	$960, %rbp, %rax
	addq	%r13, %rax
	addq	$3840, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB31_12:
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
	je	.LBB31_12
	leaq	table.5(%rip), %rax
	leaq	(%rax,%rdx,8), %rcx
	shlq	$7, %rdx
	leaq	(%rdx,%r14,4), %rax
	prefetcht1	(%rbx,%rax)
	prefetcht1	128(%rbx,%rax)
	prefetcht1	256(%rbx,%rax)
	prefetcht1	384(%rbx,%rax)
	prefetcht1	512(%rbx,%rax)
	addq	16(%rsp), %rdx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$128, %r9d
	movq	%r12, %rdi
	movq	%r15, %rsi
	callq	micro.5x16.at.c32.k1.s896.w16
	leaq	1(%rbp), %rax
	cmpq	$4, %rbp
	movq	%rax, %rbp
	jb	.LBB31_11
	movq	40(%rsp), %rcx
	vmovups	(%rcx,%r14,4), %ymm0
	movq	%r14, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm1
	movq	48(%rsp), %rcx
	vmovups	(%rcx,%r14,4), %ymm2
	vmovups	(%rcx,%rax,4), %ymm3
	xorl	%ecx, %ecx
	movq	88(%rsp), %rdi
	movq	72(%rsp), %rbp
	.p2align	4, 0x90
.LBB31_15:
	movq	%rcx, %rdx
	shlq	$5, %rdx
	leaq	(%rdx,%r14), %rsi
	orq	%rax, %rdx
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm4
	vmulps	(%rdi,%rdx,4), %ymm1, %ymm5
	vaddps	%ymm2, %ymm4, %ymm4
	vaddps	%ymm3, %ymm5, %ymm5
	vaddps	(%rbx,%rsi,4), %ymm4, %ymm4
	vaddps	(%rbx,%rdx,4), %ymm5, %ymm5
	vmovups	%ymm4, (%rbp,%rsi,4)
	vmovups	%ymm5, (%rbp,%rdx,4)
	leaq	1(%rcx), %rdx
	cmpq	$48, %rcx
	movq	%rdx, %rcx
	jb	.LBB31_15
	addq	$104, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end31:
	.size	mobile_x86_64_v3_k18, .Lfunc_end31-mobile_x86_64_v3_k18

	.p2align	4, 0x90
	.type	micro.6x16.at.c32.k1.s896.w16,@function
micro.6x16.at.c32.k1.s896.w16:
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
	je	.LBB32_2
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
	jg	.LBB32_4
	jmp	.LBB32_10
.LBB32_2:
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
	jle	.LBB32_10
.LBB32_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB32_5
	.p2align	4, 0x90
.LBB32_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB32_10
.LBB32_5:
	imulq	$896, %r15, %r12
	testq	%r14, %r14
	jle	.LBB32_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB32_7:
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
	jl	.LBB32_7
.LBB32_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB32_9
	.p2align	4, 0x90
.LBB32_11:
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
	jl	.LBB32_11
	jmp	.LBB32_9
.LBB32_10:
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
.Lfunc_end32:
	.size	micro.6x16.at.c32.k1.s896.w16, .Lfunc_end32-micro.6x16.at.c32.k1.s896.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c32.k1.s896.w16,@function
micro.5x16.at.c32.k1.s896.w16:
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
	je	.LBB33_2
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
	jg	.LBB33_4
	jmp	.LBB33_10
.LBB33_2:
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
	jle	.LBB33_10
.LBB33_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB33_5
	.p2align	4, 0x90
.LBB33_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB33_10
.LBB33_5:
	imulq	$896, %r14, %r12
	testq	%r15, %r15
	jle	.LBB33_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB33_7:
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
	jl	.LBB33_7
.LBB33_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB33_9
	.p2align	4, 0x90
.LBB33_11:
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
	jl	.LBB33_11
	jmp	.LBB33_9
.LBB33_10:
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
.Lfunc_end33:
	.size	micro.5x16.at.c32.k1.s896.w16, .Lfunc_end33-micro.5x16.at.c32.k1.s896.w16

	.hidden	mobile_x86_64_v3_k19
	.globl	mobile_x86_64_v3_k19
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k19,@function
mobile_x86_64_v3_k19:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$72, %rsp
	movq	%rsi, %r13
	movq	8(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	32(%rdi), %r12
	imulq	$20800, %rdx, %rbx
	addq	24(%rdi), %rbx
	movq	40(%rdi), %rax
	movq	%rax, 40(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	%rsi, %rax
	shrq	%rax
	shll	$6, %r13d
	andl	$64, %r13d
	movq	%rax, 16(%rsp)
	imulq	$6272, %rax, %rax
	orq	%r13, %rax
	shlq	$2, %rax
	addq	16(%rdi), %rax
	movq	%rax, 56(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%eax, %eax
	movq	%r13, 64(%rsp)
	movq	%rbx, 24(%rsp)
	jmp	.LBB34_1
	.p2align	4, 0x90
.LBB34_9:
	movq	(%rsp), %rcx
	leaq	1(%rcx), %rax
	testq	%rcx, %rcx
	movq	24(%rsp), %rbx
	jne	.LBB34_10
.LBB34_1:
	leaq	(%rax,%rax,8), %rsi
	shlq	$8, %rsi
	addq	%rbx, %rsi
	movq	%rax, (%rsp)
	decq	%rax
	movl	$0, %ecx
	movl	$0, %edx
	cmpq	$7, %rax
	jae	.LBB34_22
	.p2align	4, 0x90
.LBB34_2:
	vmovups	%ymm0, (%rsi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB34_2
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB34_4:
	vmovups	%ymm0, 2048(%rsi,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB34_4
	movq	16(%rsp), %rdx
	leaq	(,%rdx,8), %rcx
	subq	%rdx, %rcx
	addq	%rax, %rcx
	leaq	(,%rcx,8), %rdx
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rax
	mulxq	%rax, %rax, %rax
	addq	$256, %rsi
	movq	%rdx, %rcx
	subq	%rax, %rcx
	shrq	%rcx
	addq	%rax, %rcx
	shrq	$5, %rcx
	imulq	$49, %rcx, %rax
	subq	%rax, %rdx
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB34_6:
	leaq	(%rdi,%r13), %r10
	movq	40(%rsp), %rax
	vmovups	(%rax,%r10,4), %ymm1
	movq	%r10, %rbx
	orq	$8, %rbx
	vmovups	(%rax,%rbx,4), %ymm2
	movq	%r10, %r11
	orq	$16, %r11
	vmovups	(%rax,%r11,4), %ymm3
	movq	%r10, %rcx
	orq	$24, %rcx
	vmovups	(%rax,%rcx,4), %ymm4
	movq	32(%rsp), %rax
	vmovups	(%rax,%r10,4), %ymm5
	vmovups	(%rax,%rbx,4), %ymm6
	vmovups	(%rax,%r11,4), %ymm7
	vmovups	(%rax,%rcx,4), %ymm8
	xorl	%r13d, %r13d
	.p2align	4, 0x90
.LBB34_7:
	leaq	(%rdx,%r13), %r8
	shlq	$7, %r8
	leaq	(%r8,%r10), %r14
	leaq	(%r8,%rbx), %r9
	leaq	(%r8,%r11), %r15
	addq	%rcx, %r8
	vmulps	(%r12,%r14,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r12,%r9,4), %ymm2, %ymm10
	vaddps	%ymm6, %ymm10, %ymm10
	vmulps	(%r12,%r15,4), %ymm3, %ymm11
	vmulps	(%r12,%r8,4), %ymm4, %ymm12
	vaddps	%ymm7, %ymm11, %ymm11
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	vandps	%ymm12, %ymm13, %ymm12
	movq	%r13, %rbp
	shlq	$6, %rbp
	leaq	(%rdi,%rbp), %rax
	vmovups	%ymm9, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$8, %rax
	addq	%rbp, %rax
	vmovups	%ymm10, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$16, %rax
	addq	%rbp, %rax
	vmovups	%ymm11, (%rsi,%rax,4)
	movq	%rdi, %rax
	orq	$24, %rax
	addq	%rbp, %rax
	vmovups	%ymm12, (%rsi,%rax,4)
	leaq	1(%r13), %rax
	cmpq	$6, %r13
	movq	%rax, %r13
	jb	.LBB34_7
	leaq	32(%rdi), %rax
	testq	%rdi, %rdi
	movq	%rax, %rdi
	movq	64(%rsp), %r13
	je	.LBB34_6
	jmp	.LBB34_9
	.p2align	4, 0x90
.LBB34_22:
	vmovups	%ymm0, (%rsi,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$568, %rdx
	movq	%rax, %rdx
	jb	.LBB34_22
	jmp	.LBB34_9
.LBB34_10:
	vxorps	%xmm13, %xmm13, %xmm13
	movq	8(%rsp), %rax
	leaq	(%rax,%r13,4), %rax
	movq	%rax, 48(%rsp)
	xorl	%esi, %esi
	jmp	.LBB34_11
	.p2align	4, 0x90
.LBB34_20:
	movq	24(%rsp), %rbx
	addq	%rbx, %rdi
	movq	8(%rsp), %rbp
	imulq	$3584, %rbp, %rdx
	addq	56(%rsp), %rdx
	movq	48(%rsp), %rsi
	vzeroupper
	callq	part0.64.6
	vxorps	%xmm13, %xmm13, %xmm13
	cmpq	$6, %rbp
	movq	(%rsp), %rsi
	jae	.LBB34_21
.LBB34_11:
	movq	%rsi, %rax
	shlq	$8, %rax
	leaq	(%rax,%rax,8), %rdi
	leaq	(%rbx,%rdi), %r14
	addq	$4608, %r14
	leaq	1(%rsi), %rax
	movq	%rax, (%rsp)
	movl	$0, %ecx
	movl	$0, %edx
	movq	%rsi, 8(%rsp)
	cmpq	$6, %rsi
	jae	.LBB34_19
	.p2align	4, 0x90
.LBB34_12:
	vmovups	%ymm13, (%r14,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB34_12
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB34_14:
	vmovups	%ymm13, 2048(%r14,%rcx,4)
	leaq	8(%rcx), %rdx
	cmpq	$56, %rcx
	movq	%rdx, %rcx
	jb	.LBB34_14
	movq	16(%rsp), %rax
	leaq	(,%rax,8), %rcx
	subq	%rax, %rcx
	addq	(%rsp), %rcx
	leaq	(,%rcx,8), %rdx
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rax
	mulxq	%rax, %rcx, %rcx
	addq	$256, %r14
	movq	%rdx, %rsi
	subq	%rcx, %rsi
	shrq	%rsi
	addq	%rcx, %rsi
	shrq	$5, %rsi
	imulq	$49, %rsi, %rcx
	subq	%rcx, %rdx
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB34_16:
	leaq	(%r15,%r13), %r9
	movq	40(%rsp), %rax
	vmovups	(%rax,%r9,4), %ymm0
	movq	%r9, %r8
	orq	$8, %r8
	vmovups	(%rax,%r8,4), %ymm1
	movq	%r9, %r10
	orq	$16, %r10
	vmovups	(%rax,%r10,4), %ymm2
	movq	%r9, %r11
	orq	$24, %r11
	vmovups	(%rax,%r11,4), %ymm3
	movq	32(%rsp), %rax
	vmovups	(%rax,%r9,4), %ymm4
	vmovups	(%rax,%r8,4), %ymm5
	vmovups	(%rax,%r10,4), %ymm6
	vmovups	(%rax,%r11,4), %ymm7
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB34_17:
	leaq	(%rdx,%rsi), %rbp
	shlq	$7, %rbp
	leaq	(%r9,%rbp), %rbx
	leaq	(%r8,%rbp), %rax
	leaq	(%r10,%rbp), %rcx
	addq	%r11, %rbp
	vmulps	(%r12,%rbx,4), %ymm0, %ymm8
	vaddps	%ymm4, %ymm8, %ymm8
	vmulps	(%r12,%rax,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r12,%rcx,4), %ymm2, %ymm10
	vmulps	(%r12,%rbp,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vcmpnleps	%ymm13, %ymm8, %ymm12
	vandps	%ymm8, %ymm12, %ymm8
	vcmpnleps	%ymm13, %ymm9, %ymm12
	vandps	%ymm9, %ymm12, %ymm9
	vcmpnleps	%ymm13, %ymm10, %ymm12
	vandps	%ymm10, %ymm12, %ymm10
	vcmpnleps	%ymm13, %ymm11, %ymm12
	vandps	%ymm11, %ymm12, %ymm11
	movq	%rsi, %rax
	shlq	$6, %rax
	leaq	(%rax,%r15), %rcx
	vmovups	%ymm8, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$8, %rcx
	addq	%rax, %rcx
	vmovups	%ymm9, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$16, %rcx
	addq	%rax, %rcx
	vmovups	%ymm10, (%r14,%rcx,4)
	movq	%r15, %rcx
	orq	$24, %rcx
	addq	%rax, %rcx
	vmovups	%ymm11, (%r14,%rcx,4)
	leaq	1(%rsi), %rax
	cmpq	$6, %rsi
	movq	%rax, %rsi
	jb	.LBB34_17
	leaq	32(%r15), %rax
	testq	%r15, %r15
	movq	%rax, %r15
	je	.LBB34_16
	jmp	.LBB34_20
	.p2align	4, 0x90
.LBB34_19:
	vmovups	%ymm13, (%r14,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$568, %rdx
	movq	%rax, %rdx
	jb	.LBB34_19
	jmp	.LBB34_20
.LBB34_21:
	addq	$72, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end34:
	.size	mobile_x86_64_v3_k19, .Lfunc_end34-mobile_x86_64_v3_k19

	.p2align	4, 0x90
	.type	part0.64.6,@function
part0.64.6:
	xorl	%eax, %eax
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB35_1:
	vmovups	(%rsi,%rax,4), %ymm1
	vmovups	512(%rsi,%rax,4), %ymm9
	vmovups	1024(%rsi,%rax,4), %ymm8
	vmovups	1536(%rsi,%rax,4), %ymm7
	vmovups	2048(%rsi,%rax,4), %ymm6
	vmovups	2560(%rsi,%rax,4), %ymm5
	vmovups	3072(%rsi,%rax,4), %ymm4
	vmovups	3584(%rsi,%rax,4), %ymm3
	vmovups	4096(%rsi,%rax,4), %ymm2
	vmovups	(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	256(%rdi,%rax,4), %ymm12
	vmovups	512(%rdi,%rax,4), %ymm13
	vmovups	768(%rdi,%rax,4), %ymm14
	vmovaps	%ymm1, %ymm11
	vfmadd213ps	%ymm0, %ymm12, %ymm11
	vfmadd231ps	%ymm12, %ymm9, %ymm10
	vmovaps	%ymm1, %ymm12
	vfmadd213ps	%ymm0, %ymm13, %ymm12
	vfmadd231ps	%ymm9, %ymm13, %ymm11
	vfmadd231ps	%ymm13, %ymm8, %ymm10
	vmovaps	%ymm1, %ymm13
	vfmadd213ps	%ymm0, %ymm14, %ymm13
	vfmadd231ps	%ymm9, %ymm14, %ymm12
	vfmadd231ps	%ymm14, %ymm8, %ymm11
	vmovups	1024(%rdi,%rax,4), %ymm15
	vmovaps	%ymm1, %ymm14
	vfmadd213ps	%ymm0, %ymm15, %ymm14
	vfmadd231ps	%ymm9, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm8, %ymm12
	vmovups	1280(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm9, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm8, %ymm13
	vfmadd231ps	1536(%rdi,%rax,4), %ymm8, %ymm14
	vfmadd231ps	2304(%rdi,%rax,4), %ymm7, %ymm10
	vmovups	2560(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm6, %ymm10
	vmovups	2816(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm12
	vfmadd231ps	%ymm6, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm5, %ymm10
	vmovups	3072(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm13
	vfmadd231ps	%ymm6, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm5, %ymm11
	vmovups	3328(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm7, %ymm15, %ymm14
	vfmadd231ps	%ymm6, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm5, %ymm12
	vmovups	3584(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm6, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm5, %ymm13
	vfmadd231ps	3840(%rdi,%rax,4), %ymm5, %ymm14
	vfmadd231ps	4608(%rdi,%rax,4), %ymm4, %ymm10
	vmovups	4864(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm3, %ymm10
	vmovups	5120(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm12
	vfmadd231ps	%ymm3, %ymm15, %ymm11
	vfmadd231ps	%ymm15, %ymm2, %ymm10
	vmovups	5376(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm13
	vfmadd231ps	%ymm3, %ymm15, %ymm12
	vfmadd231ps	%ymm15, %ymm2, %ymm11
	vmovups	5632(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm4, %ymm15, %ymm14
	vfmadd231ps	%ymm3, %ymm15, %ymm13
	vfmadd231ps	%ymm15, %ymm2, %ymm12
	vmovups	5888(%rdi,%rax,4), %ymm15
	vfmadd231ps	%ymm3, %ymm15, %ymm14
	vfmadd231ps	%ymm15, %ymm2, %ymm13
	vfmadd231ps	6144(%rdi,%rax,4), %ymm2, %ymm14
	vmovups	%ymm10, (%rdx,%rax,4)
	vmovups	%ymm11, 512(%rdx,%rax,4)
	vmovups	%ymm12, 1024(%rdx,%rax,4)
	vmovups	%ymm13, 1536(%rdx,%rax,4)
	vmovups	%ymm14, 2048(%rdx,%rax,4)
	vmovups	1280(%rdi,%rax,4), %ymm10
	vfmadd132ps	%ymm1, %ymm0, %ymm10
	vmovups	1536(%rdi,%rax,4), %ymm11
	vmovups	1792(%rdi,%rax,4), %ymm12
	vfmadd213ps	%ymm0, %ymm11, %ymm1
	vfmadd231ps	%ymm11, %ymm9, %ymm10
	vfmadd231ps	%ymm9, %ymm12, %ymm1
	vfmadd231ps	%ymm12, %ymm8, %ymm10
	vfmadd231ps	2048(%rdi,%rax,4), %ymm8, %ymm1
	vfmadd231ps	3584(%rdi,%rax,4), %ymm7, %ymm10
	vmovups	3840(%rdi,%rax,4), %ymm8
	vfmadd231ps	%ymm7, %ymm8, %ymm1
	vfmadd231ps	%ymm8, %ymm6, %ymm10
	vmovups	4096(%rdi,%rax,4), %ymm7
	vfmadd231ps	%ymm6, %ymm7, %ymm1
	vfmadd231ps	%ymm7, %ymm5, %ymm10
	vfmadd231ps	4352(%rdi,%rax,4), %ymm5, %ymm1
	vfmadd231ps	5888(%rdi,%rax,4), %ymm4, %ymm10
	vmovups	6144(%rdi,%rax,4), %ymm5
	vfmadd231ps	%ymm4, %ymm5, %ymm1
	vfmadd231ps	%ymm5, %ymm3, %ymm10
	vmovups	6400(%rdi,%rax,4), %ymm4
	vfmadd231ps	%ymm3, %ymm4, %ymm1
	vfmadd231ps	%ymm4, %ymm2, %ymm10
	vfmadd231ps	6656(%rdi,%rax,4), %ymm2, %ymm1
	vmovups	%ymm10, 2560(%rdx,%rax,4)
	vmovups	%ymm1, 3072(%rdx,%rax,4)
	leaq	8(%rax), %rcx
	cmpq	$56, %rax
	movq	%rcx, %rax
	jb	.LBB35_1
	vzeroupper
	retq
.Lfunc_end35:
	.size	part0.64.6, .Lfunc_end35-part0.64.6

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI36_0:
	.long	0x3727c5ac
.LCPI36_1:
	.long	0x3f800000
	.text
	.hidden	mobile_x86_64_v3_k20
	.globl	mobile_x86_64_v3_k20
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k20,@function
mobile_x86_64_v3_k20:
	pushq	%rbx
	movq	(%rdi), %r8
	movq	8(%rdi), %r9
	movq	16(%rdi), %r10
	movq	24(%rdi), %r11
	movq	32(%rdi), %rax
	movq	40(%rdi), %rdi
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI36_0(%rip), %ymm0
	vbroadcastss	.LCPI36_1(%rip), %ymm1
	.p2align	4, 0x90
.LBB36_1:
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
	je	.LBB36_1
	popq	%rbx
	vzeroupper
	retq
.Lfunc_end36:
	.size	mobile_x86_64_v3_k20, .Lfunc_end36-mobile_x86_64_v3_k20

	.hidden	mobile_x86_64_v3_k21
	.globl	mobile_x86_64_v3_k21
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k21,@function
mobile_x86_64_v3_k21:
	movq	%rsi, %rcx
	shlq	$6, %rcx
	movzbl	%cl, %eax
	andq	$-256, %rcx
	addq	(%rdi), %rcx
	addq	%rcx, %rax
	shlq	$13, %rsi
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB37_1:
	movq	%rcx, %rdx
	shlq	$8, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rax,%rdx), %ymm0
	vmovups	%ymm0, (%rsi,%rdi)
	vmovups	32(%rax,%rdx), %ymm0
	vmovups	%ymm0, 32(%rsi,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$127, %rcx
	movq	%rdx, %rcx
	jb	.LBB37_1
	vzeroupper
	retq
.Lfunc_end37:
	.size	mobile_x86_64_v3_k21, .Lfunc_end37-mobile_x86_64_v3_k21

	.hidden	mobile_x86_64_v3_k22
	.globl	mobile_x86_64_v3_k22
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k22,@function
mobile_x86_64_v3_k22:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$104, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 48(%rsp)
	imulq	$25152, %rdx, %rbp
	addq	24(%rdi), %rbp
	movq	32(%rdi), %rax
	movq	40(%rdi), %rcx
	movq	%rcx, 24(%rsp)
	movq	48(%rdi), %r11
	movq	56(%rdi), %rcx
	movq	%rcx, 80(%rsp)
	movq	64(%rdi), %rcx
	movq	%rcx, 32(%rsp)
	movq	72(%rdi), %rcx
	movq	%rcx, 40(%rsp)
	movq	88(%rdi), %rcx
	movq	%rcx, 72(%rsp)
	movl	%esi, %ecx
	andl	$3, %ecx
	movq	%rcx, 16(%rsp)
	shlq	$4, %rcx
	movq	%rcx, 64(%rsp)
	shlq	$13, %rsi
	addq	8(%rdi), %rsi
	movq	%rsi, 56(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	movq	%rbp, 88(%rsp)
	.p2align	4, 0x90
.LBB38_1:
	imulq	$3584, %rcx, %rdi
	leaq	(,%rcx,8), %rdx
	movq	%rcx, 96(%rsp)
	subq	%rcx, %rdx
	movabsq	$5646962471543740291, %rcx
	mulxq	%rcx, %rcx, %rcx
	addq	%rbp, %rdi
	movq	%rdx, %rsi
	subq	%rcx, %rsi
	shrq	%rsi
	addq	%rcx, %rsi
	shrq	$5, %rsi
	imulq	$49, %rsi, %rcx
	subq	%rcx, %rdx
	xorl	%r10d, %r10d
	.p2align	4, 0x90
.LBB38_2:
	movq	24(%rsp), %rsi
	vmovups	(%rsi,%r10,4), %ymm1
	movq	%r10, %r15
	orq	$8, %r15
	vmovups	(%rsi,%r15,4), %ymm2
	movq	%r10, %rbp
	orq	$16, %rbp
	vmovups	(%rsi,%rbp,4), %ymm3
	movq	%r10, %rcx
	orq	$24, %rcx
	vmovups	(%rsi,%rcx,4), %ymm4
	vmovups	(%r11,%r10,4), %ymm5
	vmovups	(%r11,%r15,4), %ymm6
	vmovups	(%r11,%rbp,4), %ymm7
	vmovups	(%r11,%rcx,4), %ymm8
	xorl	%r9d, %r9d
	.p2align	4, 0x90
.LBB38_3:
	leaq	(%rdx,%r9), %r8
	shlq	$7, %r8
	leaq	(%r8,%r10), %r14
	leaq	(%r8,%r15), %r12
	leaq	(%r8,%rbp), %r13
	addq	%rcx, %r8
	vmulps	(%rax,%r14,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%rax,%r12,4), %ymm2, %ymm10
	vmulps	(%rax,%r13,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%rax,%r8,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%r9, %rsi
	shlq	$7, %rsi
	leaq	(%rsi,%r10), %rbx
	vmovups	%ymm9, (%rdi,%rbx,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%rsi,%r15), %rbx
	vmovups	%ymm10, (%rdi,%rbx,4)
	leaq	(%rsi,%rbp), %rbx
	vmovups	%ymm11, (%rdi,%rbx,4)
	addq	%rcx, %rsi
	vmovups	%ymm9, (%rdi,%rsi,4)
	leaq	1(%r9), %rsi
	cmpq	$6, %r9
	movq	%rsi, %r9
	jb	.LBB38_3
	leaq	32(%r10), %rcx
	cmpq	$96, %r10
	movq	%rcx, %r10
	jb	.LBB38_2
	movq	96(%rsp), %rdx
	leaq	1(%rdx), %rcx
	cmpq	$6, %rdx
	movq	88(%rsp), %rbp
	jb	.LBB38_1
	movq	56(%rsp), %rbx
	leaq	8192(%rbx), %rax
	movq	%rax, 24(%rsp)
	xorl	%r15d, %r15d
	movq	16(%rsp), %rax
	shlq	$6, %rax
	movq	48(%rsp), %r13
	movq	%rax, 16(%rsp)
	addq	%rax, %r13
	leaq	table.7(%rip), %r12
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB38_7:
	imulq	$960, %r14, %rax
	addq	%rbx, %rax
	addq	$8192, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB38_8:
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
	je	.LBB38_8
	leaq	(%r14,%r14,2), %rcx
	movq	%rcx, %rdx
	shlq	$9, %rdx
	addq	%r13, %rdx
	shlq	$4, %rcx
	addq	%r12, %rcx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$128, %r9d
	movq	%rbp, %rdi
	movq	%rbx, %rsi
	vzeroupper
	callq	micro.6x16.at.c64.k1.s896.w16
	leaq	1(%r14), %rax
	cmpq	$3, %r14
	movq	%rax, %r14
	jb	.LBB38_7
	movq	24(%rsp), %r14
	.p2align	4, 0x90
.LBB38_11:
	leaq	(%r15,%r15,4), %rdx
	addq	$24, %rdx
	imulq	$960, %r15, %rax
	addq	%r14, %rax
	addq	$3840, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB38_12:
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
	je	.LBB38_12
	leaq	(%r12,%rdx,8), %rcx
	shlq	$8, %rdx
	addq	%r13, %rdx
	movq	$0, (%rsp)
	movl	$1, %r8d
	movl	$128, %r9d
	movq	%rbp, %rdi
	movq	%rbx, %rsi
	callq	micro.5x16.at.c64.k1.s896.w16
	leaq	1(%r15), %rax
	cmpq	$4, %r15
	movq	%rax, %r15
	jb	.LBB38_11
	movq	32(%rsp), %rcx
	movq	16(%rsp), %rbx
	vmovups	(%rcx,%rbx), %ymm0
	movq	64(%rsp), %rbp
	movq	%rbp, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm1
	movq	40(%rsp), %rcx
	vmovups	(%rcx,%rbx), %ymm2
	vmovups	(%rcx,%rax,4), %ymm4
	vxorps	%xmm3, %xmm3, %xmm3
	xorl	%ecx, %ecx
	vxorps	%xmm5, %xmm5, %xmm5
	movq	80(%rsp), %rdi
	.p2align	4, 0x90
.LBB38_15:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	leaq	(%rdx,%rbp), %rsi
	orq	%rax, %rdx
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm6
	vaddps	%ymm2, %ymm6, %ymm6
	vaddps	%ymm6, %ymm3, %ymm3
	vmulps	(%rdi,%rdx,4), %ymm1, %ymm6
	vaddps	%ymm4, %ymm6, %ymm6
	vaddps	%ymm6, %ymm5, %ymm5
	leaq	1(%rcx), %rdx
	cmpq	$48, %rcx
	movq	%rdx, %rcx
	jb	.LBB38_15
	movq	72(%rsp), %rcx
	vmovups	%ymm3, (%rcx,%rbx)
	vmovups	%ymm5, (%rcx,%rax,4)
	addq	$104, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end38:
	.size	mobile_x86_64_v3_k22, .Lfunc_end38-mobile_x86_64_v3_k22

	.p2align	4, 0x90
	.type	micro.6x16.at.c64.k1.s896.w16,@function
micro.6x16.at.c64.k1.s896.w16:
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
	je	.LBB39_2
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
	jg	.LBB39_4
	jmp	.LBB39_10
.LBB39_2:
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
	jle	.LBB39_10
.LBB39_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB39_5
	.p2align	4, 0x90
.LBB39_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB39_10
.LBB39_5:
	imulq	$896, %r15, %r12
	testq	%r14, %r14
	jle	.LBB39_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB39_7:
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
	jl	.LBB39_7
.LBB39_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB39_9
	.p2align	4, 0x90
.LBB39_11:
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
	jl	.LBB39_11
	jmp	.LBB39_9
.LBB39_10:
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
.Lfunc_end39:
	.size	micro.6x16.at.c64.k1.s896.w16, .Lfunc_end39-micro.6x16.at.c64.k1.s896.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c64.k1.s896.w16,@function
micro.5x16.at.c64.k1.s896.w16:
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
	je	.LBB40_2
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
	jg	.LBB40_4
	jmp	.LBB40_10
.LBB40_2:
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
	jle	.LBB40_10
.LBB40_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB40_5
	.p2align	4, 0x90
.LBB40_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB40_10
.LBB40_5:
	imulq	$896, %r14, %r12
	testq	%r15, %r15
	jle	.LBB40_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB40_7:
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
	jl	.LBB40_7
.LBB40_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB40_9
	.p2align	4, 0x90
.LBB40_11:
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
	jl	.LBB40_11
	jmp	.LBB40_9
.LBB40_10:
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
.Lfunc_end40:
	.size	micro.5x16.at.c64.k1.s896.w16, .Lfunc_end40-micro.5x16.at.c64.k1.s896.w16

	.hidden	mobile_x86_64_v3_k23
	.globl	mobile_x86_64_v3_k23
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k23,@function
mobile_x86_64_v3_k23:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB41_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$60, %rdx
	movq	%rsi, %rdx
	jb	.LBB41_1
	retq
.Lfunc_end41:
	.size	mobile_x86_64_v3_k23, .Lfunc_end41-mobile_x86_64_v3_k23

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI42_0:
	.long	0x3ca72f05
	.text
	.hidden	mobile_x86_64_v3_k24
	.globl	mobile_x86_64_v3_k24
	.p2align	4, 0x90
	.type	mobile_x86_64_v3_k24,@function
mobile_x86_64_v3_k24:
	movq	(%rdi), %r8
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vbroadcastss	.LCPI42_0(%rip), %ymm0
	.p2align	4, 0x90
.LBB42_1:
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
	je	.LBB42_1
	vzeroupper
	retq
.Lfunc_end42:
	.size	mobile_x86_64_v3_k24, .Lfunc_end42-mobile_x86_64_v3_k24

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
	.quad	64
	.quad	128
	.quad	192
	.quad	256
	.quad	320
	.quad	384
	.quad	448
	.quad	512
	.quad	576
	.quad	640
	.quad	704
	.quad	768
	.quad	832
	.quad	896
	.quad	960
	.quad	1024
	.quad	1088
	.quad	1152
	.quad	1216
	.quad	1280
	.quad	1344
	.quad	1408
	.quad	1472
	.quad	1536
	.quad	1600
	.quad	1664
	.quad	1728
	.quad	1792
	.quad	1856
	.quad	1920
	.quad	1984
	.quad	2048
	.quad	2112
	.quad	2176
	.quad	2240
	.quad	2304
	.quad	2368
	.quad	2432
	.quad	2496
	.quad	2560
	.quad	2624
	.quad	2688
	.quad	2752
	.quad	2816
	.quad	2880
	.quad	2944
	.quad	3008
	.quad	3072
	.quad	3136
	.quad	3200
	.quad	3264
	.quad	3328
	.quad	3392
	.quad	3456
	.quad	3520
	.quad	3584
	.quad	3648
	.quad	3712
	.quad	3776
	.quad	3840
	.quad	3904
	.quad	3968
	.quad	4032
	.quad	4096
	.quad	4160
	.quad	4224
	.quad	4288
	.quad	4352
	.quad	4416
	.quad	4480
	.quad	4544
	.quad	4608
	.quad	4672
	.quad	4736
	.quad	4800
	.quad	4864
	.quad	4928
	.quad	4992
	.quad	5056
	.quad	5120
	.quad	5184
	.quad	5248
	.quad	5312
	.quad	5376
	.quad	5440
	.quad	5504
	.quad	5568
	.quad	5632
	.quad	5696
	.quad	5760
	.quad	5824
	.quad	5888
	.quad	5952
	.quad	6016
	.quad	6080
	.quad	6144
	.quad	6208
	.quad	6272
	.quad	6336
	.quad	6400
	.quad	6464
	.quad	6528
	.quad	6592
	.quad	6656
	.quad	6720
	.quad	6784
	.quad	6848
	.quad	6912
	.quad	6976
	.quad	7040
	.quad	7104
	.quad	7168
	.quad	7232
	.quad	7296
	.quad	7360
	.quad	7424
	.quad	7488
	.quad	7552
	.quad	7616
	.quad	7680
	.quad	7744
	.quad	7808
	.quad	7872
	.quad	7936
	.quad	8000
	.quad	8064
	.quad	8128
	.quad	8192
	.quad	8256
	.quad	8320
	.quad	8384
	.quad	8448
	.quad	8512
	.quad	8576
	.quad	8640
	.quad	8704
	.quad	8768
	.quad	8832
	.quad	8896
	.quad	8960
	.quad	9024
	.quad	9088
	.quad	9152
	.quad	9216
	.quad	9280
	.quad	9344
	.quad	9408
	.quad	9472
	.quad	9536
	.quad	9600
	.quad	9664
	.quad	9728
	.quad	9792
	.quad	9856
	.quad	9920
	.quad	9984
	.quad	10048
	.quad	10112
	.quad	10176
	.quad	10240
	.quad	10304
	.quad	10368
	.quad	10432
	.quad	10496
	.quad	10560
	.quad	10624
	.quad	10688
	.quad	10752
	.quad	10816
	.quad	10880
	.quad	10944
	.quad	11008
	.quad	11072
	.quad	11136
	.quad	11200
	.quad	11264
	.quad	11328
	.quad	11392
	.quad	11456
	.quad	11520
	.quad	11584
	.quad	11648
	.quad	11712
	.quad	11776
	.quad	11840
	.quad	11904
	.quad	11968
	.quad	12032
	.quad	12096
	.quad	12160
	.quad	12224
	.quad	12288
	.quad	12352
	.quad	12416
	.quad	12480
	.size	table.1, 1568

	.type	table.3,@object
	.p2align	4
table.3:
	.quad	0
	.quad	64
	.quad	128
	.quad	192
	.quad	256
	.quad	320
	.quad	384
	.quad	448
	.quad	512
	.quad	576
	.quad	640
	.quad	704
	.quad	768
	.quad	832
	.quad	896
	.quad	960
	.quad	1024
	.quad	1088
	.quad	1152
	.quad	1216
	.quad	1280
	.quad	1344
	.quad	1408
	.quad	1472
	.quad	1536
	.quad	1600
	.quad	1664
	.quad	1728
	.quad	1792
	.quad	1856
	.quad	1920
	.quad	1984
	.quad	2048
	.quad	2112
	.quad	2176
	.quad	2240
	.quad	2304
	.quad	2368
	.quad	2432
	.quad	2496
	.quad	2560
	.quad	2624
	.quad	2688
	.quad	2752
	.quad	2816
	.quad	2880
	.quad	2944
	.quad	3008
	.quad	3072
	.size	table.3, 392

	.type	table.5,@object
	.p2align	4
table.5:
	.quad	0
	.quad	128
	.quad	256
	.quad	384
	.quad	512
	.quad	640
	.quad	768
	.quad	896
	.quad	1024
	.quad	1152
	.quad	1280
	.quad	1408
	.quad	1536
	.quad	1664
	.quad	1792
	.quad	1920
	.quad	2048
	.quad	2176
	.quad	2304
	.quad	2432
	.quad	2560
	.quad	2688
	.quad	2816
	.quad	2944
	.quad	3072
	.quad	3200
	.quad	3328
	.quad	3456
	.quad	3584
	.quad	3712
	.quad	3840
	.quad	3968
	.quad	4096
	.quad	4224
	.quad	4352
	.quad	4480
	.quad	4608
	.quad	4736
	.quad	4864
	.quad	4992
	.quad	5120
	.quad	5248
	.quad	5376
	.quad	5504
	.quad	5632
	.quad	5760
	.quad	5888
	.quad	6016
	.quad	6144
	.size	table.5, 392

	.type	table.7,@object
	.p2align	4
table.7:
	.quad	0
	.quad	128
	.quad	256
	.quad	384
	.quad	512
	.quad	640
	.quad	768
	.quad	896
	.quad	1024
	.quad	1152
	.quad	1280
	.quad	1408
	.quad	1536
	.quad	1664
	.quad	1792
	.quad	1920
	.quad	2048
	.quad	2176
	.quad	2304
	.quad	2432
	.quad	2560
	.quad	2688
	.quad	2816
	.quad	2944
	.quad	3072
	.quad	3200
	.quad	3328
	.quad	3456
	.quad	3584
	.quad	3712
	.quad	3840
	.quad	3968
	.quad	4096
	.quad	4224
	.quad	4352
	.quad	4480
	.quad	4608
	.quad	4736
	.quad	4864
	.quad	4992
	.quad	5120
	.quad	5248
	.quad	5376
	.quad	5504
	.quad	5632
	.quad	5760
	.quad	5888
	.quad	6016
	.quad	6144
	.size	table.7, 392

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
