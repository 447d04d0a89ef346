/* The kernels of convnet_2 for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is convnet_2_x86_64_v3.c. */
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
	.hidden	convnet_2_x86_64_v3_k0
	.globl	convnet_2_x86_64_v3_k0
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k0,@function
convnet_2_x86_64_v3_k0:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	movq	16(%rdi), %rdx
	vbroadcastss	.LCPI0_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm0
	movq	24(%rdi), %rax
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI0_1(%rip), %ymm2
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
.Lfunc_end0:
	.size	convnet_2_x86_64_v3_k0, .Lfunc_end0-convnet_2_x86_64_v3_k0

	.hidden	convnet_2_x86_64_v3_k1
	.globl	convnet_2_x86_64_v3_k1
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k1,@function
convnet_2_x86_64_v3_k1:
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
	.size	convnet_2_x86_64_v3_k1, .Lfunc_end1-convnet_2_x86_64_v3_k1

	.hidden	convnet_2_x86_64_v3_k2
	.globl	convnet_2_x86_64_v3_k2
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k2,@function
convnet_2_x86_64_v3_k2:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$56, %rsp
	movq	(%rdi), %r9
	movq	16(%rdi), %r12
	leaq	(%rdx,%rdx,8), %r14
	shlq	$7, %r14
	addq	24(%rdi), %r14
	movq	32(%rdi), %rax
	movq	%rax, 48(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, 16(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 24(%rsp)
	movq	56(%rdi), %rax
	movq	%rax, 40(%rsp)
	movl	%esi, %r8d
	andl	$3, %r8d
	shrq	$2, %rsi
	imulq	$196, %r8, %rax
	movq	%rax, 32(%rsp)
	leaq	(%rsi,%rsi,8), %rbx
	shlq	$6, %rbx
	addq	8(%rdi), %rbx
	movq	%r8, %rax
	notq	%rax
	leaq	(%rax,%r8,8), %rdx
	xorl	%r13d, %r13d
	vpcmpeqd	%xmm0, %xmm0, %xmm0
	vmovdqa	%xmm0, %xmm0
	xorl	%esi, %esi
	jmp	.LBB2_1
	.p2align	4, 0x90
.LBB2_4:
	leaq	1(%rsi), %rax
	cmpq	$8, %rsi
	movq	%rax, %rsi
	jae	.LBB2_5
.LBB2_1:
	imulq	$120, %rsi, %rdi
	addq	%r14, %rdi
	leaq	(%rdx,%rsi), %rax
	cmpq	$27, %rax
	ja	.LBB2_2
	movl	$0, (%rdi)
	movl	$0, 116(%rdi)
	addq	$4, %rdi
	imulq	$112, %rax, %rcx
	addq	%r9, %rcx
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB2_13:
	vmovups	(%rcx,%rax,4), %ymm1
	vmovups	%ymm1, (%rdi,%rax,4)
	leaq	8(%rax), %rbp
	cmpq	$16, %rax
	movq	%rbp, %rax
	jb	.LBB2_13
	vmaskmovps	96(%rcx), %ymm0, %ymm1
	vmaskmovps	%ymm1, %ymm0, 96(%rdi)
	jmp	.LBB2_4
	.p2align	4, 0x90
.LBB2_2:
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB2_3:
	movl	$0, (%rdi,%rax,4)
	leaq	1(%rax), %rcx
	cmpq	$29, %rax
	movq	%rcx, %rax
	jb	.LBB2_3
	jmp	.LBB2_4
.LBB2_5:
	leaq	576(%rbx), %rax
	movq	%rax, 8(%rsp)
	imulq	$12544, %r8, %rax
	addq	%rax, %r12
	leaq	table(%rip), %rbp
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB2_6:
	movq	%r13, %rax
	shlq	$6, %rax
	prefetcht1	576(%rbx,%rax)
	leaq	(,%r13,2), %rcx
	addq	%r13, %rcx
	movq	%rcx, %rdx
	shlq	$7, %rdx
	addq	%r12, %rdx
	shlq	$4, %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	vzeroupper
	callq	micro.6x16.at.c16.k1.s30.w16
	leaq	1(%r13), %rax
	cmpq	$30, %r13
	movq	%rax, %r13
	jb	.LBB2_6
	movq	%rbp, %r13
	movq	8(%rsp), %rbp
	.p2align	4, 0x90
.LBB2_8:
	leaq	(%r15,%r15,4), %rax
	leaq	(%r15,%r15,4), %rdx
	addq	$186, %rdx
	movq	%r15, %rcx
	shlq	$6, %rcx
	prefetcht1	1984(%rcx,%rbp)
	shlq	$6, %rdx
	addq	%r12, %rdx
	leaq	1488(,%rax,8), %rcx
	addq	%r13, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	callq	micro.5x16.at.c16.k1.s30.w16
	leaq	1(%r15), %rax
	testq	%r15, %r15
	movq	%rax, %r15
	je	.LBB2_8
	movq	32(%rsp), %rdi
	imulq	$1402438301, %rdi, %rax
	shrq	$40, %rax
	imull	$784, %eax, %eax
	subl	%eax, %edi
	movq	16(%rsp), %rax
	vmovups	(%rax), %ymm0
	vmovups	32(%rax), %ymm1
	movq	24(%rsp), %rax
	vmovups	(%rax), %ymm2
	vmovups	32(%rax), %ymm3
	xorl	%eax, %eax
	vxorps	%xmm4, %xmm4, %xmm4
	movq	48(%rsp), %rdx
	movq	40(%rsp), %rsi
	.p2align	4, 0x90
.LBB2_10:
	leaq	(%rdi,%rax), %rcx
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
	addq	$56, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end2:
	.size	convnet_2_x86_64_v3_k2, .Lfunc_end2-convnet_2_x86_64_v3_k2

	.p2align	4, 0x90
	.type	micro.6x16.at.c16.k1.s30.w16,@function
micro.6x16.at.c16.k1.s30.w16:
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
	movq	%r15, %r12
	shlq	$5, %r12
	subq	%r15, %r12
	subq	%r15, %r12
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
	.size	micro.6x16.at.c16.k1.s30.w16, .Lfunc_end3-micro.6x16.at.c16.k1.s30.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c16.k1.s30.w16,@function
micro.5x16.at.c16.k1.s30.w16:
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
	movq	%r14, %r12
	shlq	$5, %r12
	subq	%r14, %r12
	subq	%r14, %r12
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
	.size	micro.5x16.at.c16.k1.s30.w16, .Lfunc_end4-micro.5x16.at.c16.k1.s30.w16

	.hidden	convnet_2_x86_64_v3_k3
	.globl	convnet_2_x86_64_v3_k3
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k3,@function
convnet_2_x86_64_v3_k3:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	leal	(,%rsi,4), %r11d
	andl	$12, %r11d
	cmpq	$10, %r11
	movl	$10, %r9d
	cmovbq	%r11, %r9
	addq	$4, %r9
	cmpq	%r9, %r11
	jge	.LBB5_7
	shrq	$2, %rsi
	imulq	$50176, %rsi, %r14
	addq	(%rdi), %r14
	imulq	$12544, %rsi, %r8
	addq	8(%rdi), %r8
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB5_2:
	imulq	$896, %r11, %r10
	addq	%r8, %r10
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB5_3:
	movq	%r15, %r13
	shlq	$7, %r13
	imulq	$3584, %r11, %rdi
	leaq	(%r11,%r11), %rax
	incq	%rax
	imulq	$1792, %rax, %rax
	leaq	64(%r13), %r12
	addq	%r14, %rdi
	addq	%r14, %rax
	movq	%r15, %rcx
	shlq	$6, %rcx
	addq	%r10, %rcx
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB5_4:
	leaq	(,%rdx,4), %rbx
	addq	%r13, %rbx
	leaq	(%r12,%rdx,4), %rsi
	vmovups	(%rdi,%rbx), %ymm1
	vmovups	(%rdi,%rsi), %ymm2
	vcmpltps	%ymm1, %ymm2, %ymm3
	vcmpunordps	%ymm0, %ymm1, %ymm4
	vorps	%ymm4, %ymm3, %ymm3
	vblendvps	%ymm3, %ymm1, %ymm2, %ymm1
	vmovups	(%rax,%rbx), %ymm2
	vcmpltps	%ymm1, %ymm2, %ymm3
	vcmpunordps	%ymm0, %ymm1, %ymm4
	vorps	%ymm4, %ymm3, %ymm3
	vblendvps	%ymm3, %ymm1, %ymm2, %ymm1
	vmovups	(%rax,%rsi), %ymm2
	vcmpltps	%ymm1, %ymm2, %ymm3
	vcmpunordps	%ymm0, %ymm1, %ymm4
	vorps	%ymm4, %ymm3, %ymm3
	vblendvps	%ymm3, %ymm1, %ymm2, %ymm1
	vmovups	%ymm1, (%rcx,%rdx,4)
	leaq	8(%rdx), %rsi
	testq	%rdx, %rdx
	movq	%rsi, %rdx
	je	.LBB5_4
	leaq	1(%r15), %rax
	cmpq	$13, %r15
	movq	%rax, %r15
	jb	.LBB5_3
	incq	%r11
	cmpq	%r9, %r11
	jl	.LBB5_2
.LBB5_7:
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end5:
	.size	convnet_2_x86_64_v3_k3, .Lfunc_end5-convnet_2_x86_64_v3_k3

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI6_0:
	.long	0x3727c5ac
.LCPI6_1:
	.long	0x3f800000
	.text
	.hidden	convnet_2_x86_64_v3_k4
	.globl	convnet_2_x86_64_v3_k4
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k4,@function
convnet_2_x86_64_v3_k4:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI6_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm2
	vaddps	64(%rax), %ymm0, %ymm3
	vaddps	96(%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI6_1(%rip), %ymm4
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
.Lfunc_end6:
	.size	convnet_2_x86_64_v3_k4, .Lfunc_end6-convnet_2_x86_64_v3_k4

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI7_0:
	.long	0x40800000
.LCPI7_1:
	.long	0x3e800000
.LCPI7_2:
	.long	0xbe2aaaab
.LCPI7_3:
	.long	0x3d2aaaab
	.text
	.hidden	convnet_2_x86_64_v3_k5
	.globl	convnet_2_x86_64_v3_k5
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k5,@function
convnet_2_x86_64_v3_k5:
	subq	$648, %rsp
	movq	%rsi, %rax
	shlq	$6, %rax
	addq	(%rdi), %rax
	shlq	$10, %rsi
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI7_0(%rip), %ymm0
	vmovups	%ymm0, 256(%rsp)
	vbroadcastss	.LCPI7_1(%rip), %ymm0
	vmovups	%ymm0, 416(%rsp)
	vbroadcastss	.LCPI7_2(%rip), %ymm0
	vmovups	%ymm0, 448(%rsp)
	vbroadcastss	.LCPI7_3(%rip), %ymm0
	vmovups	%ymm0, 384(%rsp)
	vmovups	448(%rsp), %ymm3
	.p2align	4, 0x90
.LBB7_1:
	movq	%rcx, %rdi
	shlq	$7, %rdi
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovups	(%rax,%rdi), %ymm4
	vmovups	2048(%rax,%rdi), %ymm8
	vmovups	4096(%rax,%rdi), %ymm1
	vmovups	%ymm1, 192(%rsp)
	vmovups	6144(%rax,%rdi), %ymm14
	vmovups	8192(%rax,%rdi), %ymm15
	vmovups	10240(%rax,%rdi), %ymm7
	vmovups	12288(%rax,%rdi), %ymm13
	vmovups	14336(%rax,%rdi), %ymm0
	vmovups	%ymm0, -32(%rsp)
	vmovups	16384(%rax,%rdi), %ymm0
	vmovups	%ymm0, 32(%rsp)
	vaddps	%ymm1, %ymm4, %ymm9
	vmovups	256(%rsp), %ymm6
	vmovaps	%ymm6, %ymm0
	vfmadd213ps	%ymm4, %ymm1, %ymm0
	vaddps	%ymm8, %ymm8, %ymm1
	vmovups	416(%rsp), %ymm5
	vmulps	%ymm5, %ymm4, %ymm10
	vaddps	%ymm8, %ymm9, %ymm4
	vmulps	%ymm3, %ymm4, %ymm12
	vsubps	%ymm8, %ymm9, %ymm4
	vmulps	%ymm3, %ymm4, %ymm9
	vaddps	%ymm1, %ymm0, %ymm4
	vmovups	384(%rsp), %ymm2
	vmulps	%ymm2, %ymm4, %ymm4
	vmovups	%ymm4, 160(%rsp)
	vsubps	%ymm1, %ymm0, %ymm0
	vmulps	%ymm2, %ymm0, %ymm0
	vmovups	%ymm0, 128(%rsp)
	vmovups	%ymm7, 352(%rsp)
	vaddps	%ymm7, %ymm14, %ymm1
	vmovaps	%ymm6, %ymm4
	vfmadd213ps	%ymm14, %ymm7, %ymm4
	vaddps	%ymm15, %ymm15, %ymm11
	vmulps	%ymm5, %ymm14, %ymm0
	vmovups	%ymm0, -128(%rsp)
	vmulps	%ymm5, %ymm10, %ymm8
	vmovaps	%ymm10, %ymm0
	vmovups	%ymm10, -96(%rsp)
	vmovups	%ymm8, (%rsi,%rdx)
	vaddps	%ymm1, %ymm15, %ymm7
	vsubps	%ymm15, %ymm1, %ymm14
	vmovups	%ymm12, 288(%rsp)
	vmulps	%ymm5, %ymm12, %ymm8
	vmovups	%ymm8, 2048(%rsi,%rdx)
	vmovaps	%ymm9, %ymm1
	vmovups	%ymm9, 320(%rsp)
	vmulps	%ymm5, %ymm9, %ymm8
	vmovups	%ymm8, 4096(%rsi,%rdx)
	vaddps	%ymm4, %ymm11, %ymm15
	vsubps	%ymm11, %ymm4, %ymm2
	vmovups	%ymm2, 64(%rsp)
	vmovups	160(%rsp), %ymm9
	vmulps	%ymm5, %ymm9, %ymm4
	vmovups	%ymm4, 6144(%rsi,%rdx)
	vmovups	128(%rsp), %ymm11
	vmulps	%ymm5, %ymm11, %ymm4
	vmovups	%ymm4, 8192(%rsi,%rdx)
	vmovups	192(%rsp), %ymm10
	vmulps	%ymm5, %ymm10, %ymm4
	vmovups	%ymm4, 10240(%rsi,%rdx)
	vmulps	%ymm5, %ymm13, %ymm4
	vmovups	%ymm4, -64(%rsp)
	vaddps	%ymm4, %ymm0, %ymm0
	vmovups	%ymm0, 96(%rsp)
	vaddps	-128(%rsp), %ymm0, %ymm8
	vmulps	%ymm3, %ymm8, %ymm8
	vmovups	%ymm8, 12288(%rsi,%rdx)
	vmulps	%ymm3, %ymm7, %ymm4
	vmovaps	%ymm6, %ymm7
	vmovups	32(%rsp), %ymm6
	vfmadd213ps	%ymm13, %ymm6, %ymm7
	vaddps	%ymm6, %ymm13, %ymm13
	vmovups	-32(%rsp), %ymm0
	vaddps	%ymm0, %ymm13, %ymm8
	vmulps	%ymm3, %ymm8, %ymm5
	vmovups	%ymm5, 224(%rsp)
	vaddps	%ymm5, %ymm12, %ymm2
	vaddps	%ymm4, %ymm2, %ymm12
	vmulps	%ymm3, %ymm12, %ymm12
	vmovups	%ymm12, 14336(%rsi,%rdx)
	vmulps	%ymm3, %ymm14, %ymm5
	vsubps	%ymm0, %ymm13, %ymm12
	vmulps	%ymm3, %ymm12, %ymm8
	vmovups	%ymm8, (%rsp)
	vaddps	%ymm1, %ymm8, %ymm8
	vaddps	%ymm5, %ymm8, %ymm12
	vmulps	%ymm3, %ymm12, %ymm12
	vmovups	%ymm12, 16384(%rsi,%rdx)
	vaddps	%ymm0, %ymm0, %ymm12
	vaddps	%ymm7, %ymm12, %ymm0
	vsubps	%ymm12, %ymm7, %ymm7
	vmovups	384(%rsp), %ymm1
	vmulps	%ymm1, %ymm15, %ymm12
	vmulps	%ymm1, %ymm0, %ymm0
	vmovups	%ymm0, -32(%rsp)
	vaddps	%ymm0, %ymm9, %ymm13
	vaddps	%ymm12, %ymm13, %ymm15
	vmulps	%ymm3, %ymm15, %ymm15
	vmovups	%ymm15, 18432(%rsi,%rdx)
	vmulps	64(%rsp), %ymm1, %ymm14
	vmulps	%ymm1, %ymm7, %ymm0
	vmovups	%ymm0, 64(%rsp)
	vaddps	%ymm0, %ymm11, %ymm7
	vaddps	%ymm7, %ymm14, %ymm11
	vmulps	%ymm3, %ymm11, %ymm11
	vmovups	%ymm11, 20480(%rsi,%rdx)
	vaddps	%ymm6, %ymm10, %ymm11
	vmovups	352(%rsp), %ymm15
	vaddps	%ymm15, %ymm11, %ymm10
	vmulps	%ymm3, %ymm10, %ymm10
	vmovups	%ymm10, 22528(%rsi,%rdx)
	vmovups	256(%rsp), %ymm1
	vmovaps	%ymm1, %ymm10
	vmovups	-96(%rsp), %ymm0
	vfmadd132ps	-64(%rsp), %ymm0, %ymm10
	vmovups	-128(%rsp), %ymm0
	vmovups	96(%rsp), %ymm6
	vsubps	%ymm0, %ymm6, %ymm9
	vaddps	%ymm0, %ymm0, %ymm0
	vaddps	%ymm0, %ymm10, %ymm6
	vmovups	%ymm6, -96(%rsp)
	vsubps	%ymm0, %ymm10, %ymm0
	vmovups	%ymm0, -128(%rsp)
	vmulps	%ymm3, %ymm9, %ymm9
	vmovups	%ymm9, 24576(%rsi,%rdx)
	vmovaps	%ymm1, %ymm0
	vmovaps	%ymm1, %ymm9
	vmovups	288(%rsp), %ymm1
	vfmadd132ps	224(%rsp), %ymm1, %ymm9
	vsubps	%ymm4, %ymm2, %ymm6
	vaddps	%ymm4, %ymm4, %ymm4
	vaddps	%ymm4, %ymm9, %ymm1
	vmovups	%ymm1, 96(%rsp)
	vsubps	%ymm4, %ymm9, %ymm4
	vmulps	%ymm3, %ymm6, %ymm6
	vmovups	%ymm6, 26624(%rsi,%rdx)
	vmovaps	%ymm0, %ymm6
	vmovups	320(%rsp), %ymm1
	vfmadd132ps	(%rsp), %ymm1, %ymm6
	vsubps	%ymm5, %ymm8, %ymm8
	vaddps	%ymm5, %ymm5, %ymm1
	vaddps	%ymm1, %ymm6, %ymm9
	vsubps	%ymm1, %ymm6, %ymm1
	vmulps	%ymm3, %ymm8, %ymm6
	vmovups	%ymm6, 28672(%rsi,%rdx)
	vmovaps	%ymm0, %ymm6
	vmovups	160(%rsp), %ymm2
	vfmadd132ps	-32(%rsp), %ymm2, %ymm6
	vsubps	%ymm12, %ymm13, %ymm5
	vaddps	%ymm12, %ymm12, %ymm8
	vaddps	%ymm6, %ymm8, %ymm10
	vsubps	%ymm8, %ymm6, %ymm6
	vmulps	%ymm3, %ymm5, %ymm5
	vmovups	%ymm5, 30720(%rsi,%rdx)
	vmovaps	%ymm0, %ymm5
	vmovups	64(%rsp), %ymm12
	vfmadd213ps	128(%rsp), %ymm12, %ymm5
	vsubps	%ymm14, %ymm7, %ymm7
	vaddps	%ymm14, %ymm14, %ymm8
	vaddps	%ymm5, %ymm8, %ymm14
	vsubps	%ymm8, %ymm5, %ymm5
	vmulps	%ymm3, %ymm7, %ymm7
	vmovups	%ymm7, 32768(%rsi,%rdx)
	vmovaps	%ymm0, %ymm7
	vmovups	32(%rsp), %ymm13
	vfmadd213ps	192(%rsp), %ymm13, %ymm7
	vsubps	%ymm15, %ymm11, %ymm8
	vaddps	%ymm15, %ymm15, %ymm11
	vaddps	%ymm7, %ymm11, %ymm0
	vsubps	%ymm11, %ymm7, %ymm7
	vmulps	%ymm3, %ymm8, %ymm8
	vmovups	%ymm8, 34816(%rsi,%rdx)
	vmovups	384(%rsp), %ymm15
	vmulps	-96(%rsp), %ymm15, %ymm8
	vmovups	%ymm8, 36864(%rsi,%rdx)
	vmulps	96(%rsp), %ymm15, %ymm8
	vmovups	%ymm8, 38912(%rsi,%rdx)
	vmulps	-128(%rsp), %ymm15, %ymm8
	vmulps	%ymm4, %ymm15, %ymm4
	vmulps	%ymm15, %ymm9, %ymm9
	vmulps	%ymm1, %ymm15, %ymm1
	vmulps	%ymm15, %ymm10, %ymm10
	vmulps	%ymm6, %ymm15, %ymm6
	vmulps	%ymm15, %ymm14, %ymm11
	vmulps	%ymm5, %ymm15, %ymm5
	vmulps	%ymm0, %ymm15, %ymm0
	vmulps	%ymm7, %ymm15, %ymm7
	vmovups	%ymm9, 40960(%rsi,%rdx)
	vmovups	%ymm10, 43008(%rsi,%rdx)
	vmovups	%ymm11, 45056(%rsi,%rdx)
	vmovups	%ymm0, 47104(%rsi,%rdx)
	vmovups	%ymm8, 49152(%rsi,%rdx)
	vmovups	%ymm4, 51200(%rsi,%rdx)
	vmovups	%ymm1, 53248(%rsi,%rdx)
	vmovups	%ymm6, 55296(%rsi,%rdx)
	vmovups	%ymm5, 57344(%rsi,%rdx)
	vmovups	%ymm7, 59392(%rsi,%rdx)
	vmovups	-64(%rsp), %ymm0
	vmovups	%ymm0, 61440(%rsi,%rdx)
	vmovups	224(%rsp), %ymm0
	vmovups	%ymm0, 63488(%rsi,%rdx)
	vmovups	(%rsp), %ymm0
	vmovups	%ymm0, 65536(%rsi,%rdx)
	vmovups	-32(%rsp), %ymm0
	vmovups	%ymm0, 67584(%rsi,%rdx)
	vmovups	%ymm12, 69632(%rsi,%rdx)
	vmovups	%ymm13, 71680(%rsi,%rdx)
	vmovups	32(%rax,%rdi), %ymm4
	vmovups	2080(%rax,%rdi), %ymm6
	vmovups	4128(%rax,%rdi), %ymm1
	vmovups	%ymm1, 160(%rsp)
	vmovups	6176(%rax,%rdi), %ymm2
	vmovups	8224(%rax,%rdi), %ymm14
	vmovups	10272(%rax,%rdi), %ymm11
	vmovups	12320(%rax,%rdi), %ymm13
	vmovups	14368(%rax,%rdi), %ymm10
	vmovups	16416(%rax,%rdi), %ymm0
	vmovups	%ymm0, 192(%rsp)
	vaddps	%ymm1, %ymm4, %ymm7
	vmovups	256(%rsp), %ymm0
	vmovaps	%ymm0, %ymm8
	vfmadd213ps	%ymm4, %ymm1, %ymm8
	vaddps	%ymm6, %ymm6, %ymm9
	vmovups	416(%rsp), %ymm5
	vmulps	%ymm5, %ymm4, %ymm1
	vaddps	%ymm6, %ymm7, %ymm4
	vmulps	%ymm3, %ymm4, %ymm4
	vmovups	%ymm4, (%rsp)
	vsubps	%ymm6, %ymm7, %ymm4
	vmulps	%ymm3, %ymm4, %ymm4
	vmovups	%ymm4, 128(%rsp)
	vaddps	%ymm9, %ymm8, %ymm4
	vmulps	%ymm4, %ymm15, %ymm6
	vmovups	%ymm6, 96(%rsp)
	vsubps	%ymm9, %ymm8, %ymm4
	vmulps	%ymm4, %ymm15, %ymm4
	vmovups	%ymm4, 32(%rsp)
	vmovups	%ymm11, 224(%rsp)
	vaddps	%ymm2, %ymm11, %ymm9
	vmovaps	%ymm0, %ymm4
	vfmadd213ps	%ymm2, %ymm11, %ymm4
	vaddps	%ymm14, %ymm14, %ymm12
	vmulps	%ymm5, %ymm1, %ymm8
	vmovaps	%ymm5, %ymm0
	vmovups	%ymm8, 32(%rsi,%rdx)
	vmulps	%ymm5, %ymm2, %ymm7
	vmovups	(%rsp), %ymm11
	vmulps	%ymm5, %ymm11, %ymm8
	vmovups	%ymm8, 2080(%rsi,%rdx)
	vmovups	128(%rsp), %ymm2
	vmulps	%ymm5, %ymm2, %ymm8
	vmovups	%ymm8, 4128(%rsi,%rdx)
	vmovaps	%ymm9, %ymm5
	vaddps	%ymm14, %ymm9, %ymm8
	vmovups	%ymm8, -128(%rsp)
	vsubps	%ymm14, %ymm9, %ymm5
	vmovups	%ymm5, -64(%rsp)
	vmulps	%ymm0, %ymm6, %ymm14
	vmovups	%ymm14, 6176(%rsi,%rdx)
	vmulps	32(%rsp), %ymm0, %ymm14
	vmovups	%ymm14, 8224(%rsi,%rdx)
	vaddps	%ymm4, %ymm12, %ymm5
	vmovups	%ymm5, -96(%rsp)
	vsubps	%ymm12, %ymm4, %ymm4
	vmovups	%ymm4, 320(%rsp)
	vmovups	160(%rsp), %ymm12
	vmulps	%ymm0, %ymm12, %ymm4
	vmovups	%ymm4, 10272(%rsi,%rdx)
	vmulps	%ymm0, %ymm13, %ymm8
	vmovaps	%ymm1, %ymm9
	vaddps	%ymm1, %ymm8, %ymm0
	vmovups	%ymm8, -32(%rsp)
	vaddps	%ymm7, %ymm0, %ymm6
	vmulps	%ymm3, %ymm6, %ymm6
	vmovups	%ymm6, 12320(%rsi,%rdx)
	vmovups	256(%rsp), %ymm5
	vmovaps	%ymm5, %ymm6
	vmovups	192(%rsp), %ymm1
	vfmadd213ps	%ymm13, %ymm1, %ymm6
	vaddps	%ymm1, %ymm13, %ymm13
	vaddps	%ymm10, %ymm13, %ymm1
	vsubps	%ymm10, %ymm13, %ymm13
	vaddps	%ymm10, %ymm10, %ymm10
	vaddps	%ymm6, %ymm10, %ymm4
	vmovups	%ymm4, 480(%rsp)
	vsubps	%ymm10, %ymm6, %ymm4
	vmovups	%ymm4, 544(%rsp)
	vmulps	-128(%rsp), %ymm3, %ymm10
	vmulps	%ymm3, %ymm1, %ymm4
	vaddps	%ymm4, %ymm11, %ymm1
	vmovups	%ymm4, -128(%rsp)
	vmovaps	%ymm11, %ymm14
	vaddps	%ymm1, %ymm10, %ymm11
	vmulps	%ymm3, %ymm11, %ymm11
	vmovups	%ymm11, 14368(%rsi,%rdx)
	vmovaps	%ymm5, %ymm11
	vfmadd213ps	%ymm9, %ymm8, %ymm11
	vsubps	%ymm7, %ymm0, %ymm0
	vmovups	%ymm0, 576(%rsp)
	vaddps	%ymm7, %ymm7, %ymm7
	vaddps	%ymm7, %ymm11, %ymm0
	vmovups	%ymm0, 64(%rsp)
	vsubps	%ymm7, %ymm11, %ymm0
	vmovups	%ymm0, 352(%rsp)
	vmulps	-64(%rsp), %ymm3, %ymm11
	vmulps	%ymm3, %ymm13, %ymm0
	vmovups	%ymm0, -64(%rsp)
	vaddps	%ymm0, %ymm2, %ymm0
	vmovups	%ymm0, 608(%rsp)
	vaddps	%ymm0, %ymm11, %ymm13
	vmulps	%ymm3, %ymm13, %ymm13
	vmovups	%ymm13, 16416(%rsi,%rdx)
	vmovaps	%ymm5, %ymm13
	vmovaps	%ymm5, %ymm6
	vfmadd213ps	%ymm14, %ymm4, %ymm13
	vsubps	%ymm10, %ymm1, %ymm0
	vmovups	%ymm0, 512(%rsp)
	vaddps	%ymm10, %ymm10, %ymm10
	vaddps	%ymm10, %ymm13, %ymm0
	vmovups	%ymm0, 288(%rsp)
	vsubps	%ymm10, %ymm13, %ymm0
	vmovups	%ymm0, (%rsp)
	vmulps	-96(%rsp), %ymm15, %ymm14
	vmulps	480(%rsp), %ymm15, %ymm1
	vmovups	96(%rsp), %ymm0
	vaddps	%ymm1, %ymm0, %ymm9
	vmovups	%ymm1, -96(%rsp)
	vaddps	%ymm14, %ymm9, %ymm13
	vmulps	%ymm3, %ymm13, %ymm13
	vmovups	%ymm13, 18464(%rsi,%rdx)
	vmulps	320(%rsp), %ymm15, %ymm8
	vmulps	544(%rsp), %ymm15, %ymm13
	vaddps	32(%rsp), %ymm13, %ymm4
	vaddps	%ymm4, %ymm8, %ymm7
	vmulps	%ymm3, %ymm7, %ymm7
	vmovups	%ymm7, 20512(%rsi,%rdx)
	vmovups	192(%rsp), %ymm10
	vaddps	%ymm10, %ymm12, %ymm7
	vmovups	224(%rsp), %ymm2
	vaddps	%ymm2, %ymm7, %ymm12
	vmulps	%ymm3, %ymm12, %ymm12
	vmovups	%ymm12, 22560(%rsi,%rdx)
	vmovaps	%ymm5, %ymm12
	vmovups	128(%rsp), %ymm5
	vfmadd132ps	-64(%rsp), %ymm5, %ymm12
	vmulps	576(%rsp), %ymm3, %ymm5
	vmovups	%ymm5, 24608(%rsi,%rdx)
	vmovaps	%ymm6, %ymm5
	vfmadd213ps	%ymm0, %ymm1, %ymm5
	vmulps	512(%rsp), %ymm3, %ymm1
	vmovups	%ymm1, 26656(%rsi,%rdx)
	vmovups	608(%rsp), %ymm0
	vsubps	%ymm11, %ymm0, %ymm0
	vmulps	%ymm3, %ymm0, %ymm0
	vmovups	%ymm0, 28704(%rsi,%rdx)
	vsubps	%ymm14, %ymm9, %ymm0
	vmulps	%ymm3, %ymm0, %ymm0
	vmovups	%ymm0, 30752(%rsi,%rdx)
	vsubps	%ymm8, %ymm4, %ymm0
	vmulps	%ymm3, %ymm0, %ymm0
	vmovups	%ymm0, 32800(%rsi,%rdx)
	vsubps	%ymm2, %ymm7, %ymm0
	vmulps	%ymm3, %ymm0, %ymm0
	vmovups	%ymm0, 34848(%rsi,%rdx)
	vmovaps	%ymm6, %ymm0
	vfmadd213ps	32(%rsp), %ymm13, %ymm0
	vmulps	64(%rsp), %ymm15, %ymm1
	vmovups	%ymm1, 36896(%rsi,%rdx)
	vmulps	288(%rsp), %ymm15, %ymm1
	vmovups	%ymm1, 38944(%rsi,%rdx)
	vaddps	%ymm11, %ymm11, %ymm1
	vaddps	%ymm1, %ymm12, %ymm4
	vmulps	%ymm4, %ymm15, %ymm4
	vmovups	%ymm4, 40992(%rsi,%rdx)
	vmovaps	%ymm6, %ymm4
	vfmadd213ps	160(%rsp), %ymm10, %ymm4
	vaddps	%ymm14, %ymm14, %ymm6
	vaddps	%ymm6, %ymm5, %ymm7
	vmulps	%ymm7, %ymm15, %ymm7
	vmovups	%ymm7, 43040(%rsi,%rdx)
	vaddps	%ymm8, %ymm8, %ymm7
	vaddps	%ymm7, %ymm0, %ymm9
	vmulps	%ymm15, %ymm9, %ymm9
	vmovups	%ymm9, 45088(%rsi,%rdx)
	vaddps	%ymm2, %ymm2, %ymm9
	vaddps	%ymm4, %ymm9, %ymm14
	vmulps	%ymm15, %ymm14, %ymm14
	vmovups	%ymm14, 47136(%rsi,%rdx)
	vsubps	%ymm1, %ymm12, %ymm1
	vmulps	352(%rsp), %ymm15, %ymm12
	vmovups	%ymm12, 49184(%rsi,%rdx)
	vsubps	%ymm6, %ymm5, %ymm5
	vmulps	(%rsp), %ymm15, %ymm6
	vmovups	%ymm6, 51232(%rsi,%rdx)
	vsubps	%ymm7, %ymm0, %ymm0
	vmulps	%ymm1, %ymm15, %ymm1
	vmovups	%ymm1, 53280(%rsi,%rdx)
	vsubps	%ymm9, %ymm4, %ymm1
	vmulps	%ymm5, %ymm15, %ymm4
	vmovups	%ymm4, 55328(%rsi,%rdx)
	vmulps	%ymm0, %ymm15, %ymm0
	vmovups	%ymm0, 57376(%rsi,%rdx)
	vmulps	%ymm1, %ymm15, %ymm0
	vmovups	%ymm0, 59424(%rsi,%rdx)
	vmovups	-32(%rsp), %ymm0
	vmovups	%ymm0, 61472(%rsi,%rdx)
	vmovups	-128(%rsp), %ymm0
	vmovups	%ymm0, 63520(%rsi,%rdx)
	vmovups	-64(%rsp), %ymm0
	vmovups	%ymm0, 65568(%rsi,%rdx)
	vmovups	-96(%rsp), %ymm0
	vmovups	%ymm0, 67616(%rsi,%rdx)
	vmovups	%ymm13, 69664(%rsi,%rdx)
	vmovups	%ymm10, 71712(%rsi,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$15, %rcx
	movq	%rdx, %rcx
	jb	.LBB7_1
	addq	$648, %rsp
	vzeroupper
	retq
.Lfunc_end7:
	.size	convnet_2_x86_64_v3_k5, .Lfunc_end7-convnet_2_x86_64_v3_k5

	.hidden	convnet_2_x86_64_v3_k6
	.globl	convnet_2_x86_64_v3_k6
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k6,@function
convnet_2_x86_64_v3_k6:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$104, %rsp
	movq	(%rdi), %r8
	movq	8(%rdi), %rax
	movq	%rax, 56(%rsp)
	movq	16(%rdi), %r15
	movq	24(%rdi), %rcx
	imulq	$131392, %rdx, %rdx
	leaq	(%rcx,%rdx), %r14
	leaq	(%rcx,%rdx), %r12
	addq	$20800, %r12
	leaq	57664(%rcx,%rdx), %r13
	movq	32(%rdi), %rcx
	movq	%rcx, 32(%rsp)
	movq	40(%rdi), %rcx
	movq	%rcx, 16(%rsp)
	movq	48(%rdi), %rcx
	movq	%rcx, 24(%rsp)
	movq	64(%rdi), %rcx
	movq	%rcx, 40(%rsp)
	xorl	%ebp, %ebp
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	jmp	.LBB8_1
	.p2align	4, 0x90
.LBB8_7:
	leaq	1(%rcx), %rdx
	cmpq	$17, %rcx
	movq	%rdx, %rcx
	jae	.LBB8_8
.LBB8_1:
	leaq	(%rcx,%rcx,8), %rdx
	shlq	$7, %rdx
	addq	%r14, %rdx
	leaq	-1(%rcx), %rax
	movl	$0, %edi
	movl	$0, %ebx
	cmpq	$14, %rax
	jae	.LBB8_26
	.p2align	4, 0x90
.LBB8_2:
	vmovups	%ymm0, (%rdx,%rdi,4)
	leaq	8(%rdi), %rbx
	testq	%rdi, %rdi
	movq	%rbx, %rdi
	je	.LBB8_2
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB8_4:
	vmovups	%ymm0, 960(%rdx,%rdi,4)
	leaq	8(%rdi), %rbx
	cmpq	$40, %rdi
	movq	%rbx, %rdi
	jb	.LBB8_4
	movq	%rsi, %rdi
	shlq	$4, %rdi
	subq	%rsi, %rdi
	subq	%rsi, %rdi
	addq	%rax, %rdi
	imulq	$896, %rdi, %rax
	addq	%r8, %rax
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB8_6:
	vmovups	(%rax,%rdi,4), %ymm1
	vmovups	%ymm1, 64(%rdx,%rdi,4)
	leaq	8(%rdi), %rbx
	cmpq	$216, %rdi
	movq	%rbx, %rdi
	jb	.LBB8_6
	jmp	.LBB8_7
	.p2align	4, 0x90
.LBB8_26:
	vmovups	%ymm0, (%rdx,%rbx,4)
	leaq	8(%rbx), %rdi
	cmpq	$280, %rbx
	movq	%rdi, %rbx
	jb	.LBB8_26
	jmp	.LBB8_7
.LBB8_8:
	movq	%rsi, (%rsp)
	.p2align	4, 0x90
.LBB8_9:
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB8_10:
	leaq	(,%rbp,8), %rax
	addq	%rbp, %rax
	shlq	$7, %rax
	movq	%rbx, %rcx
	shlq	$6, %rcx
	addq	%rax, %rcx
	leaq	(%rbx,%rbp,4), %rsi
	leaq	(%r14,%rcx,4), %rdi
	shlq	$6, %rsi
	addq	%r12, %rsi
	movl	$256, %edx
	vzeroupper
	callq	transform.input.16
	leaq	1(%rbx), %rax
	cmpq	$3, %rbx
	movq	%rax, %rbx
	jb	.LBB8_10
	leaq	1(%rbp), %rax
	cmpq	$3, %rbp
	movq	%rax, %rbp
	jb	.LBB8_9
	movq	%r12, 48(%rsp)
	movq	%r15, 8(%rsp)
	xorl	%eax, %eax
	movq	%r13, 64(%rsp)
	.p2align	4, 0x90
.LBB8_13:
	movq	%rax, %r12
	shlq	$10, %r12
	addq	48(%rsp), %r12
	movq	%rax, 72(%rsp)
	movq	%rax, %rcx
	shlq	$11, %rcx
	movq	56(%rsp), %rax
	addq	%rcx, %rax
	movq	%rax, 80(%rsp)
	addq	%r13, %rcx
	movq	%rcx, 88(%rsp)
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB8_14:
	movq	%rbp, %rax
	shlq	$10, %rax
	movq	80(%rsp), %rcx
	leaq	(%rcx,%rax), %rbx
	movq	%rbp, 96(%rsp)
	shlq	$6, %rbp
	addq	88(%rsp), %rbp
	leaq	(%rcx,%rax), %r14
	addq	$1024, %r14
	prefetcht1	1024(%rcx,%rax)
	prefetcht1	1088(%rcx,%rax)
	prefetcht1	1152(%rcx,%rax)
	prefetcht1	1216(%rcx,%rax)
	prefetcht1	1280(%rcx,%rax)
	prefetcht1	1344(%rcx,%rax)
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%r12, %rdi
	movq	%rbx, %rsi
	movq	%rbp, %rdx
	xorl	%r9d, %r9d
	callq	micro.6x16.a16.c32.k1.s0.w16
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB8_15:
	leaq	(%r15,%r15,4), %rdx
	addq	$6, %rdx
	leaq	1(%r15), %r13
	leaq	(,%r13,2), %rax
	addq	%r13, %rax
	shlq	$7, %rax
	prefetcht1	(%r14,%rax)
	prefetcht1	64(%r14,%rax)
	prefetcht1	128(%r14,%rax)
	prefetcht1	192(%r14,%rax)
	prefetcht1	256(%r14,%rax)
	prefetcht1	320(%r14,%rax)
	movq	%rdx, %rdi
	shlq	$6, %rdi
	addq	%r12, %rdi
	shlq	$7, %rdx
	addq	%rbp, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%rbx, %rsi
	xorl	%r9d, %r9d
	callq	micro.5x16.a16.c32.k1.s0.w16
	testq	%r15, %r15
	movq	%r13, %r15
	je	.LBB8_15
	movq	96(%rsp), %rcx
	leaq	1(%rcx), %rbp
	testq	%rcx, %rcx
	je	.LBB8_14
	movq	72(%rsp), %rcx
	leaq	1(%rcx), %rax
	cmpq	$35, %rcx
	movq	64(%rsp), %r13
	jb	.LBB8_13
	movq	(%rsp), %rax
	imulq	$196, %rax, %r12
	imulq	$25088, %rax, %rax
	movq	8(%rsp), %r15
	addq	%rax, %r15
	xorl	%r14d, %r14d
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB8_19:
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB8_20:
	leaq	(%rbx,%rbp,4), %rdi
	imulq	$56, %rbp, %rax
	leaq	(%rax,%rbx,4), %rsi
	shlq	$7, %rdi
	addq	%r13, %rdi
	shlq	$7, %rsi
	addq	%r15, %rsi
	movl	$512, %edx
	callq	transform.output.4x4x32
	leaq	1(%rbx), %rax
	cmpq	$2, %rbx
	movq	%rax, %rbx
	jb	.LBB8_20
	movq	%rbp, %rax
	shlq	$9, %rax
	leaq	(%rax,%r13), %rdi
	addq	$384, %rdi
	imulq	$7168, %rbp, %rax
	leaq	(%rax,%r15), %rsi
	addq	$1536, %rsi
	movl	$512, %edx
	callq	transform.output.4x2x32
	leaq	1(%rbp), %rax
	cmpq	$2, %rbp
	movq	%rax, %rbp
	jb	.LBB8_19
	.p2align	4, 0x90
.LBB8_22:
	movq	%r14, %rax
	shlq	$9, %rax
	movq	%r14, %rcx
	shlq	$7, %rcx
	leaq	(%rcx,%r13), %rdi
	addq	$1536, %rdi
	leaq	(%rax,%r15), %rsi
	addq	$21504, %rsi
	movl	$512, %edx
	callq	transform.output.2x4x32
	leaq	1(%r14), %rax
	cmpq	$2, %r14
	movq	%rax, %r14
	jb	.LBB8_22
	addq	$1920, %r13
	addq	$23040, %r15
	movl	$512, %edx
	movq	%r13, %rdi
	movq	%r15, %rsi
	callq	transform.output.2x2x32
	shrq	$2, %r12
	movabsq	$6023426636313322977, %rax
	movq	%r12, %rdx
	mulxq	%rax, %rax, %rax
	shlq	$3, %rax
	andq	$-128, %rax
	movq	16(%rsp), %rcx
	vmovups	(%rcx), %ymm0
	vmovups	32(%rcx), %ymm1
	vmovups	64(%rcx), %ymm2
	vmovups	96(%rcx), %ymm3
	movq	24(%rsp), %rcx
	vmovups	(%rcx), %ymm4
	vmovups	32(%rcx), %ymm5
	vmovups	64(%rcx), %ymm6
	vmovups	96(%rcx), %ymm7
	vxorps	%xmm8, %xmm8, %xmm8
	xorl	%ecx, %ecx
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	movq	32(%rsp), %rsi
	.p2align	4, 0x90
.LBB8_24:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	vmulps	(%rsi,%rdx), %ymm0, %ymm13
	vaddps	%ymm4, %ymm13, %ymm13
	vmulps	32(%rsi,%rdx), %ymm1, %ymm14
	vaddps	%ymm5, %ymm14, %ymm14
	vcmpnleps	%ymm8, %ymm13, %ymm15
	vandps	%ymm13, %ymm15, %ymm13
	vmulps	64(%rsi,%rdx), %ymm2, %ymm15
	vaddps	%ymm6, %ymm15, %ymm15
	vaddps	%ymm13, %ymm9, %ymm9
	vcmpnleps	%ymm8, %ymm14, %ymm13
	vandps	%ymm14, %ymm13, %ymm13
	vmulps	96(%rsi,%rdx), %ymm3, %ymm14
	vaddps	%ymm13, %ymm10, %ymm10
	vcmpnleps	%ymm8, %ymm15, %ymm13
	vandps	%ymm15, %ymm13, %ymm13
	vaddps	%ymm7, %ymm14, %ymm14
	vaddps	%ymm13, %ymm11, %ymm11
	vcmpnleps	%ymm8, %ymm14, %ymm13
	vandps	%ymm14, %ymm13, %ymm13
	vaddps	%ymm13, %ymm12, %ymm12
	leaq	1(%rcx), %rdx
	cmpq	$195, %rcx
	movq	%rdx, %rcx
	jb	.LBB8_24
	movq	40(%rsp), %rcx
	vmovups	%ymm9, (%rcx,%rax)
	vmovups	%ymm10, 32(%rcx,%rax)
	vmovups	%ymm11, 64(%rcx,%rax)
	vmovups	%ymm12, 96(%rcx,%rax)
	addq	$104, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end8:
	.size	convnet_2_x86_64_v3_k6, .Lfunc_end8-convnet_2_x86_64_v3_k6

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI9_0:
	.long	0xc0800000
.LCPI9_1:
	.long	0xc0a00000
.LCPI9_2:
	.long	0x40800000
.LCPI9_3:
	.long	0x40000000
.LCPI9_4:
	.long	0xc0000000
	.text
	.p2align	4, 0x90
	.type	transform.input.16,@function
transform.input.16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$1144, %rsp
	xorl	%eax, %eax
	vbroadcastss	.LCPI9_0(%rip), %ymm0
	vmovups	%ymm0, 688(%rsp)
	vbroadcastss	.LCPI9_1(%rip), %ymm0
	vmovups	%ymm0, 432(%rsp)
	vbroadcastss	.LCPI9_2(%rip), %ymm0
	vmovups	%ymm0, 720(%rsp)
	vbroadcastss	.LCPI9_3(%rip), %ymm0
	vmovups	%ymm0, 400(%rsp)
	vbroadcastss	.LCPI9_4(%rip), %ymm0
	vmovups	%ymm0, -16(%rsp)
	leaq	(%rdx,%rdx,2), %rcx
	movq	%rdx, %rbp
	shlq	$4, %rbp
	movq	%rbp, -88(%rsp)
	leaq	(%rdx,%rdx,4), %r9
	leaq	(%rdx,%rdx,8), %r10
	leaq	(%r10,%r10,2), %r11
	addq	%rdx, %r11
	movq	%rdx, %r15
	shlq	$5, %r15
	imulq	$44, %rdx, %rbp
	movq	%rbp, -96(%rsp)
	movq	%rcx, %r14
	shlq	$4, %r14
	imulq	$52, %rdx, %rbp
	movq	%rbp, -104(%rsp)
	imulq	$56, %rdx, %rbp
	movq	%rbp, -112(%rsp)
	movq	%rdx, %r8
	shlq	$6, %r8
	imulq	$60, %rdx, %rbx
	movq	%rbx, -120(%rsp)
	vmovups	720(%rsp), %ymm12
	.p2align	4, 0x90
.LBB9_1:
	vmovups	64(%rdi,%rax,4), %ymm6
	vmovups	128(%rdi,%rax,4), %ymm4
	vmovups	192(%rdi,%rax,4), %ymm13
	vmovups	256(%rdi,%rax,4), %ymm0
	vmovups	1216(%rdi,%rax,4), %ymm3
	vmovups	1280(%rdi,%rax,4), %ymm9
	vmovups	1344(%rdi,%rax,4), %ymm1
	vmovups	%ymm1, 16(%rsp)
	vmovups	1408(%rdi,%rax,4), %ymm5
	vmovups	2432(%rdi,%rax,4), %ymm1
	vmovups	%ymm1, -48(%rsp)
	vmovups	2560(%rdi,%rax,4), %ymm1
	vmovups	688(%rsp), %ymm15
	vmovaps	%ymm15, %ymm7
	vfmadd213ps	%ymm0, %ymm4, %ymm7
	vmovaps	%ymm15, %ymm8
	vfmadd213ps	%ymm13, %ymm6, %ymm8
	vsubps	%ymm4, %ymm0, %ymm10
	vsubps	%ymm6, %ymm13, %ymm11
	vmovups	432(%rsp), %ymm2
	vfmadd213ps	%ymm0, %ymm2, %ymm4
	vmovups	%ymm4, 240(%rsp)
	vaddps	%ymm7, %ymm8, %ymm0
	vmovups	%ymm0, 208(%rsp)
	vsubps	%ymm8, %ymm7, %ymm0
	vmovups	%ymm0, 304(%rsp)
	vmovups	400(%rsp), %ymm0
	vmovaps	%ymm0, %ymm4
	vmovaps	%ymm0, %ymm14
	vfmadd213ps	%ymm10, %ymm11, %ymm4
	vmovups	%ymm4, 336(%rsp)
	vmovups	-16(%rsp), %ymm0
	vfmadd213ps	%ymm10, %ymm0, %ymm11
	vmovups	%ymm11, 368(%rsp)
	vmovaps	%ymm0, %ymm10
	vfmadd213ps	320(%rdi,%rax,4), %ymm2, %ymm13
	vfmadd231ps	%ymm6, %ymm12, %ymm13
	vmovups	%ymm13, 1104(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovaps	%ymm9, %ymm4
	vfmadd213ps	%ymm5, %ymm9, %ymm0
	vmovaps	%ymm15, %ymm6
	vmovups	16(%rsp), %ymm9
	vfmadd213ps	%ymm9, %ymm3, %ymm6
	vsubps	%ymm4, %ymm5, %ymm7
	vsubps	%ymm3, %ymm9, %ymm8
	vfmadd213ps	%ymm5, %ymm2, %ymm4
	vmovups	%ymm4, 144(%rsp)
	vmovaps	%ymm2, %ymm4
	vaddps	%ymm6, %ymm0, %ymm2
	vmovups	%ymm2, 464(%rsp)
	vsubps	%ymm6, %ymm0, %ymm0
	vmovups	%ymm0, 624(%rsp)
	vmovaps	%ymm14, %ymm0
	vfmadd213ps	%ymm7, %ymm8, %ymm0
	vmovups	%ymm0, 656(%rsp)
	vfmadd213ps	%ymm7, %ymm10, %ymm8
	vmovups	%ymm8, 1072(%rsp)
	vfmadd213ps	1472(%rdi,%rax,4), %ymm4, %ymm9
	vfmadd231ps	%ymm3, %ymm12, %ymm9
	vmovups	%ymm9, 16(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovups	-48(%rsp), %ymm8
	vfmadd213ps	%ymm1, %ymm8, %ymm0
	vsubps	%ymm8, %ymm1, %ymm3
	vfmadd213ps	%ymm1, %ymm4, %ymm8
	vmovups	2368(%rdi,%rax,4), %ymm1
	vmovups	2496(%rdi,%rax,4), %ymm2
	vmovaps	%ymm15, %ymm5
	vfmadd213ps	%ymm2, %ymm1, %ymm5
	vaddps	%ymm5, %ymm0, %ymm6
	vmovups	%ymm6, -48(%rsp)
	vsubps	%ymm5, %ymm0, %ymm0
	vmovups	%ymm0, 112(%rsp)
	vsubps	%ymm1, %ymm2, %ymm0
	vmovaps	%ymm14, %ymm5
	vfmadd213ps	%ymm3, %ymm0, %ymm5
	vmovups	%ymm5, 176(%rsp)
	vfmadd213ps	%ymm3, %ymm10, %ymm0
	vmovups	%ymm0, 272(%rsp)
	vfmadd213ps	2624(%rdi,%rax,4), %ymm4, %ymm2
	vfmadd231ps	%ymm1, %ymm12, %ymm2
	vmovups	%ymm2, 912(%rsp)
	vmovups	3584(%rdi,%rax,4), %ymm2
	vmovups	3712(%rdi,%rax,4), %ymm0
	vmovaps	%ymm15, %ymm3
	vfmadd213ps	%ymm0, %ymm2, %ymm3
	vsubps	%ymm2, %ymm0, %ymm5
	vfmadd213ps	%ymm0, %ymm4, %ymm2
	vmovups	3520(%rdi,%rax,4), %ymm0
	vmovups	3648(%rdi,%rax,4), %ymm1
	vmovaps	%ymm15, %ymm6
	vfmadd213ps	%ymm1, %ymm0, %ymm6
	vaddps	%ymm6, %ymm3, %ymm7
	vmovups	%ymm7, 48(%rsp)
	vsubps	%ymm6, %ymm3, %ymm3
	vmovups	%ymm3, 528(%rsp)
	vsubps	%ymm0, %ymm1, %ymm3
	vmovaps	%ymm14, %ymm6
	vfmadd213ps	%ymm5, %ymm3, %ymm6
	vmovups	%ymm6, 560(%rsp)
	vfmadd213ps	%ymm5, %ymm10, %ymm3
	vmovaps	%ymm10, %ymm9
	vmovups	%ymm3, 592(%rsp)
	vfmadd213ps	3776(%rdi,%rax,4), %ymm4, %ymm1
	vfmadd231ps	%ymm0, %ymm12, %ymm1
	vmovups	%ymm1, 496(%rsp)
	vmovups	4736(%rdi,%rax,4), %ymm7
	vmovups	4864(%rdi,%rax,4), %ymm0
	vmovaps	%ymm15, %ymm3
	vfmadd213ps	%ymm0, %ymm7, %ymm3
	vsubps	%ymm7, %ymm0, %ymm10
	vfmadd213ps	%ymm0, %ymm4, %ymm7
	vmovups	4672(%rdi,%rax,4), %ymm0
	vmovups	4800(%rdi,%rax,4), %ymm6
	vmovaps	%ymm15, %ymm5
	vfmadd213ps	%ymm6, %ymm0, %ymm5
	vaddps	%ymm5, %ymm3, %ymm1
	vmovups	%ymm1, 80(%rsp)
	vsubps	%ymm5, %ymm3, %ymm1
	vmovups	%ymm1, 752(%rsp)
	vsubps	%ymm0, %ymm6, %ymm3
	vmovaps	%ymm14, %ymm5
	vfmadd213ps	%ymm10, %ymm3, %ymm5
	vfmadd213ps	%ymm10, %ymm9, %ymm3
	vfmadd213ps	4928(%rdi,%rax,4), %ymm4, %ymm6
	vfmadd231ps	%ymm0, %ymm12, %ymm6
	vmovups	5888(%rdi,%rax,4), %ymm1
	vmovups	6016(%rdi,%rax,4), %ymm0
	vmovaps	%ymm15, %ymm13
	vfmadd213ps	%ymm0, %ymm1, %ymm13
	vsubps	%ymm1, %ymm0, %ymm9
	vfmadd213ps	%ymm0, %ymm4, %ymm1
	vmovaps	%ymm1, %ymm10
	vmovups	5824(%rdi,%rax,4), %ymm0
	vmovups	5952(%rdi,%rax,4), %ymm1
	vmovaps	%ymm15, %ymm14
	vfmadd213ps	%ymm1, %ymm0, %ymm14
	vaddps	%ymm14, %ymm13, %ymm11
	vmovups	%ymm11, -80(%rsp)
	vsubps	%ymm14, %ymm13, %ymm13
	vmovups	%ymm13, 944(%rsp)
	vsubps	%ymm0, %ymm1, %ymm13
	vmovups	400(%rsp), %ymm11
	vmovaps	%ymm11, %ymm14
	vfmadd213ps	%ymm9, %ymm13, %ymm14
	vmovups	%ymm14, 976(%rsp)
	vmovups	-16(%rsp), %ymm14
	vfmadd213ps	%ymm9, %ymm14, %ymm13
	vmovups	%ymm13, 1040(%rsp)
	vfmadd231ps	2304(%rdi,%rax,4), %ymm12, %ymm8
	vmovaps	%ymm4, %ymm13
	vfmadd213ps	6080(%rdi,%rax,4), %ymm4, %ymm1
	vfmadd231ps	%ymm0, %ymm12, %ymm1
	vmovups	%ymm1, 1008(%rsp)
	vfmadd231ps	4608(%rdi,%rax,4), %ymm12, %ymm7
	vmovaps	%ymm15, %ymm0
	vfmadd213ps	%ymm7, %ymm8, %ymm0
	vsubps	%ymm8, %ymm7, %ymm9
	vfmadd231ps	%ymm8, %ymm4, %ymm7
	vmovups	240(%rsp), %ymm4
	vfmadd231ps	(%rdi,%rax,4), %ymm12, %ymm4
	vmovups	144(%rsp), %ymm1
	vfmadd231ps	1152(%rdi,%rax,4), %ymm12, %ymm1
	vfmadd231ps	3456(%rdi,%rax,4), %ymm12, %ymm2
	vfmadd231ps	%ymm4, %ymm12, %ymm7
	vmovaps	%ymm15, %ymm4
	vfmadd213ps	%ymm2, %ymm1, %ymm4
	vaddps	%ymm4, %ymm0, %ymm8
	vmovups	%ymm8, 816(%rsp)
	vsubps	%ymm4, %ymm0, %ymm0
	vmovups	%ymm0, 848(%rsp)
	vfmadd231ps	5760(%rdi,%rax,4), %ymm12, %ymm10
	vsubps	%ymm1, %ymm2, %ymm0
	vmovaps	%ymm11, %ymm4
	vfmadd213ps	%ymm9, %ymm0, %ymm4
	vmovups	%ymm4, 144(%rsp)
	vfmadd213ps	%ymm9, %ymm14, %ymm0
	vmovups	%ymm0, 240(%rsp)
	vfmadd231ps	%ymm2, %ymm13, %ymm10
	vfmadd231ps	%ymm1, %ymm12, %ymm10
	vmovups	%ymm10, 880(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovups	-48(%rsp), %ymm2
	vmovups	80(%rsp), %ymm4
	vfmadd213ps	%ymm4, %ymm2, %ymm0
	vsubps	%ymm2, %ymm4, %ymm1
	vfmadd213ps	%ymm4, %ymm13, %ymm2
	vfmadd231ps	208(%rsp), %ymm12, %ymm2
	vmovups	%ymm2, -48(%rsp)
	vmovaps	%ymm15, %ymm4
	vmovups	464(%rsp), %ymm2
	vmovups	48(%rsp), %ymm8
	vfmadd213ps	%ymm8, %ymm2, %ymm4
	vaddps	%ymm4, %ymm0, %ymm9
	vmovups	%ymm9, 784(%rsp)
	vsubps	%ymm4, %ymm0, %ymm0
	vmovups	%ymm0, 80(%rsp)
	vsubps	%ymm2, %ymm8, %ymm0
	vmovaps	%ymm11, %ymm9
	vfmadd213ps	%ymm1, %ymm0, %ymm9
	vfmadd213ps	%ymm1, %ymm14, %ymm0
	vmovups	%ymm0, 208(%rsp)
	vmovups	-80(%rsp), %ymm2
	vfmadd231ps	%ymm8, %ymm13, %ymm2
	vmovaps	%ymm15, %ymm0
	vmovups	112(%rsp), %ymm11
	vmovups	752(%rsp), %ymm1
	vfmadd213ps	%ymm1, %ymm11, %ymm0
	vsubps	%ymm11, %ymm1, %ymm10
	vfmadd213ps	%ymm1, %ymm13, %ymm11
	vfmadd231ps	304(%rsp), %ymm12, %ymm11
	vmovaps	%ymm15, %ymm1
	vmovups	528(%rsp), %ymm4
	vfmadd132ps	624(%rsp), %ymm4, %ymm1
	vaddps	%ymm1, %ymm0, %ymm4
	vmovups	%ymm4, -80(%rsp)
	vsubps	%ymm1, %ymm0, %ymm0
	vmovups	%ymm0, 48(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovups	176(%rsp), %ymm1
	vfmadd213ps	%ymm5, %ymm1, %ymm0
	vsubps	%ymm1, %ymm5, %ymm4
	vmovups	%ymm4, 304(%rsp)
	vfmadd231ps	%ymm1, %ymm13, %ymm5
	vfmadd231ps	336(%rsp), %ymm12, %ymm5
	vmovaps	%ymm15, %ymm1
	vmovups	560(%rsp), %ymm4
	vfmadd132ps	656(%rsp), %ymm4, %ymm1
	vaddps	%ymm1, %ymm0, %ymm4
	vmovups	%ymm4, 112(%rsp)
	vsubps	%ymm1, %ymm0, %ymm0
	vmovups	%ymm0, 176(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovups	272(%rsp), %ymm1
	vfmadd213ps	%ymm3, %ymm1, %ymm0
	vsubps	%ymm1, %ymm3, %ymm4
	vmovups	%ymm4, 336(%rsp)
	vfmadd231ps	%ymm1, %ymm13, %ymm3
	vfmadd231ps	368(%rsp), %ymm12, %ymm3
	vmovaps	%ymm15, %ymm1
	vmovups	1072(%rsp), %ymm14
	vfmadd213ps	592(%rsp), %ymm14, %ymm1
	vaddps	%ymm1, %ymm0, %ymm4
	vsubps	%ymm1, %ymm0, %ymm0
	vmovups	%ymm0, 272(%rsp)
	vmovaps	%ymm15, %ymm0
	vmovups	912(%rsp), %ymm1
	vfmadd213ps	%ymm6, %ymm1, %ymm0
	vsubps	%ymm1, %ymm6, %ymm8
	vmovups	%ymm8, 368(%rsp)
	vfmadd231ps	%ymm1, %ymm13, %ymm6
	vmovaps	%ymm13, %ymm8
	vmovups	%ymm7, (%rsi,%rax,4)
	vfmadd231ps	1104(%rsp), %ymm12, %ymm6
	leaq	(%rsi,%rax,4), %r12
	vmovups	-48(%rsp), %ymm1
	vmovups	%ymm1, (%r12,%rdx,4)
	vmovups	%ymm11, (%r12,%rdx,8)
	vmovups	%ymm5, (%r12,%rcx,4)
	movq	-88(%rsp), %rbx
	vmovups	%ymm3, (%rbx,%r12)
	vmovups	%ymm6, (%r12,%r9,4)
	vmovups	816(%rsp), %ymm1
	vmovups	%ymm1, (%r12,%rcx,8)
	vmovups	784(%rsp), %ymm1
	vmovups	%ymm1, (%r12,%r11)
	vmovups	-80(%rsp), %ymm1
	vmovups	%ymm1, (%r15,%r12)
	vmovups	112(%rsp), %ymm1
	vmovups	%ymm1, (%r12,%r10,4)
	vmovups	%ymm4, (%r12,%r9,8)
	vmovaps	%ymm15, %ymm3
	vmovups	16(%rsp), %ymm7
	vmovups	496(%rsp), %ymm11
	vfmadd213ps	%ymm11, %ymm7, %ymm3
	vaddps	%ymm3, %ymm0, %ymm4
	movq	-96(%rsp), %rbx
	vmovups	%ymm4, (%rbx,%r12)
	vmovups	848(%rsp), %ymm1
	vmovups	%ymm1, (%r14,%r12)
	movq	-104(%rsp), %rbx
	vmovups	80(%rsp), %ymm1
	vmovups	%ymm1, (%rbx,%r12)
	movq	-112(%rsp), %rbx
	vmovups	48(%rsp), %ymm1
	vmovups	%ymm1, (%rbx,%r12)
	movq	-120(%rsp), %rbx
	vmovups	176(%rsp), %ymm1
	vmovups	%ymm1, (%rbx,%r12)
	vmovups	272(%rsp), %ymm1
	vmovups	%ymm1, (%r8,%r12)
	vsubps	%ymm3, %ymm0, %ymm0
	leaq	(%r8,%rdx,4), %r13
	vmovups	%ymm0, (%r12,%r13)
	vfmadd231ps	464(%rsp), %ymm12, %ymm2
	vmovups	%ymm2, -80(%rsp)
	vmovups	144(%rsp), %ymm0
	vmovups	%ymm0, (%r12,%r10,8)
	imulq	$76, %rdx, %rbx
	vmovups	%ymm9, (%rbx,%r12)
	vmovups	624(%rsp), %ymm13
	vmovups	528(%rsp), %ymm4
	vsubps	%ymm13, %ymm4, %ymm2
	vmovups	400(%rsp), %ymm6
	vmovaps	%ymm6, %ymm3
	vfmadd213ps	%ymm10, %ymm2, %ymm3
	vfmadd132ps	-16(%rsp), %ymm10, %ymm2
	movq	%r9, %rbx
	shlq	$4, %rbx
	vmovups	%ymm3, (%rbx,%r12)
	vmovups	944(%rsp), %ymm0
	vfmadd231ps	%ymm4, %ymm8, %ymm0
	vmovups	656(%rsp), %ymm9
	vmovups	560(%rsp), %ymm15
	vsubps	%ymm9, %ymm15, %ymm3
	vmovaps	%ymm6, %ymm4
	vmovups	304(%rsp), %ymm1
	vfmadd213ps	%ymm1, %ymm3, %ymm4
	imulq	$84, %rdx, %rbx
	vmovups	%ymm4, (%rbx,%r12)
	vmovaps	%ymm14, %ymm10
	vmovups	592(%rsp), %ymm14
	vsubps	%ymm10, %ymm14, %ymm4
	vmovaps	%ymm6, %ymm5
	vmovups	336(%rsp), %ymm8
	vfmadd213ps	%ymm8, %ymm4, %ymm5
	imulq	$88, %rdx, %rbx
	vmovups	%ymm5, (%rbx,%r12)
	vsubps	%ymm7, %ymm11, %ymm5
	vmovups	368(%rsp), %ymm7
	vfmadd213ps	%ymm7, %ymm5, %ymm6
	imulq	$92, %rdx, %rbx
	vmovups	%ymm6, (%rbx,%r12)
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vmovaps	%ymm0, %ymm11
	movq	%rcx, %rbx
	shlq	$5, %rbx
	vmovups	240(%rsp), %ymm0
	vmovups	%ymm0, (%rbx,%r12)
	vmovups	-16(%rsp), %ymm6
	vfmadd213ps	%ymm1, %ymm6, %ymm3
	imulq	$100, %rdx, %rbx
	vmovups	208(%rsp), %ymm0
	vmovups	%ymm0, (%rbx,%r12)
	vmovups	976(%rsp), %ymm1
	vmovups	432(%rsp), %ymm13
	vfmadd231ps	%ymm15, %ymm13, %ymm1
	imulq	$104, %rdx, %rbx
	vmovups	%ymm2, (%rbx,%r12)
	vfmadd231ps	%ymm9, %ymm12, %ymm1
	imulq	$108, %rdx, %rbx
	vmovups	%ymm3, (%rbx,%r12)
	vfmadd213ps	%ymm8, %ymm6, %ymm4
	imulq	$112, %rdx, %rbx
	vmovups	%ymm4, (%rbx,%r12)
	vfmadd213ps	%ymm7, %ymm6, %ymm5
	imulq	$116, %rdx, %rbx
	vmovups	%ymm5, (%rbx,%r12)
	vmovups	1040(%rsp), %ymm0
	vmovaps	%ymm13, %ymm3
	vfmadd231ps	%ymm14, %ymm13, %ymm0
	imulq	$120, %rdx, %rbx
	vmovups	880(%rsp), %ymm2
	vmovups	%ymm2, (%rbx,%r12)
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	imulq	$124, %rdx, %rbx
	vmovups	-80(%rsp), %ymm2
	vmovups	%ymm2, (%rbx,%r12)
	vmovups	1008(%rsp), %ymm2
	vfmadd231ps	496(%rsp), %ymm13, %ymm2
	movq	%rdx, %rbx
	shlq	$7, %rbx
	vmovups	%ymm11, (%rbx,%r12)
	vfmadd231ps	16(%rsp), %ymm12, %ymm2
	leaq	(%rbx,%rdx,4), %rbp
	vmovups	%ymm1, (%r12,%rbp)
	leaq	(%rbx,%rdx,8), %rbx
	vmovups	%ymm0, (%r12,%rbx)
	imulq	$140, %rdx, %rbx
	vmovups	%ymm2, (%rbx,%r12)
	testq	%rax, %rax
	leaq	8(%rax), %rax
	je	.LBB9_1
	addq	$1144, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end9:
	.size	transform.input.16, .Lfunc_end9-transform.input.16

	.p2align	4, 0x90
	.type	micro.6x16.a16.c32.k1.s0.w16,@function
micro.6x16.a16.c32.k1.s0.w16:
	pushq	%rbx
	testq	%r9, %r9
	je	.LBB10_2
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
	testq	%rcx, %rcx
	jg	.LBB10_4
	jmp	.LBB10_10
.LBB10_2:
	leaq	128(%rdx), %rax
	leaq	256(%rdx), %r9
	leaq	384(%rdx), %r10
	leaq	512(%rdx), %r11
	leaq	640(%rdx), %rbx
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
	jle	.LBB10_10
.LBB10_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB10_5
	.p2align	4, 0x90
.LBB10_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB10_10
.LBB10_5:
	testq	%r10, %r10
	jle	.LBB10_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB10_7:
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
	jl	.LBB10_7
.LBB10_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB10_9
	.p2align	4, 0x90
.LBB10_11:
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
	jl	.LBB10_11
	jmp	.LBB10_9
.LBB10_10:
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
	vzeroupper
	retq
.Lfunc_end10:
	.size	micro.6x16.a16.c32.k1.s0.w16, .Lfunc_end10-micro.6x16.a16.c32.k1.s0.w16

	.p2align	4, 0x90
	.type	micro.5x16.a16.c32.k1.s0.w16,@function
micro.5x16.a16.c32.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB11_2
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
	testq	%rcx, %rcx
	jg	.LBB11_4
	jmp	.LBB11_10
.LBB11_2:
	leaq	128(%rdx), %rax
	leaq	256(%rdx), %r9
	leaq	384(%rdx), %r10
	leaq	512(%rdx), %r11
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
	jle	.LBB11_10
.LBB11_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB11_5
	.p2align	4, 0x90
.LBB11_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB11_10
.LBB11_5:
	testq	%r10, %r10
	jle	.LBB11_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB11_7:
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
	jl	.LBB11_7
.LBB11_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB11_9
	.p2align	4, 0x90
.LBB11_11:
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
	jl	.LBB11_11
	jmp	.LBB11_9
.LBB11_10:
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
	vzeroupper
	retq
.Lfunc_end11:
	.size	micro.5x16.a16.c32.k1.s0.w16, .Lfunc_end11-micro.5x16.a16.c32.k1.s0.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI12_0:
	.long	0x40000000
.LCPI12_1:
	.long	0x40800000
.LCPI12_2:
	.long	0x41000000
	.text
	.p2align	4, 0x90
	.type	transform.output.4x4x32,@function
transform.output.4x4x32:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$504, %rsp
	xorl	%eax, %eax
	leaq	(%rdx,%rdx,2), %rcx
	movq	%rdx, %rbp
	shlq	$4, %rbp
	movq	%rbp, -88(%rsp)
	leaq	(%rdx,%rdx,8), %r9
	leaq	(%r9,%r9,2), %rbp
	addq	%rdx, %rbp
	movq	%rbp, -96(%rsp)
	movq	%rdx, %r11
	shlq	$5, %r11
	leaq	(%rdx,%rdx,4), %r10
	imulq	$44, %rdx, %rbp
	movq	%rbp, -104(%rsp)
	movq	%rcx, %r15
	shlq	$4, %r15
	imulq	$52, %rdx, %rbp
	movq	%rbp, -112(%rsp)
	imulq	$56, %rdx, %rbp
	movq	%rbp, -120(%rsp)
	movq	%rdx, %r8
	shlq	$6, %r8
	vbroadcastss	.LCPI12_0(%rip), %ymm0
	vmovups	%ymm0, 208(%rsp)
	vbroadcastss	.LCPI12_1(%rip), %ymm0
	vmovups	%ymm0, 176(%rsp)
	vbroadcastss	.LCPI12_2(%rip), %ymm0
	vmovups	%ymm0, 144(%rsp)
	imulq	$60, %rdx, %r14
	vmovups	144(%rsp), %ymm10
	.p2align	4, 0x90
.LBB12_1:
	leaq	(%rdi,%rax,4), %r12
	vmovups	(%r12,%rdx,4), %ymm3
	vmovups	(%r12,%rdx,8), %ymm5
	vmovups	(%r12,%rcx,4), %ymm8
	movq	-88(%rsp), %rbx
	vmovups	(%rbx,%r12), %ymm0
	movq	-96(%rsp), %rbx
	vmovups	(%r12,%rbx), %ymm1
	vmovups	(%r11,%r12), %ymm6
	vmovups	(%r12,%r9,4), %ymm7
	vmovups	(%r12,%r10,8), %ymm12
	movq	-112(%rsp), %rbx
	vmovups	(%rbx,%r12), %ymm14
	movq	-120(%rsp), %rbx
	vmovups	(%rbx,%r12), %ymm11
	vmovups	(%r14,%r12), %ymm13
	vmovups	(%r8,%r12), %ymm9
	imulq	$76, %rdx, %rbp
	vmovups	(%rbp,%r12), %ymm2
	vmovups	%ymm2, 48(%rsp)
	movq	%r10, %rbx
	shlq	$4, %rbx
	vmovups	(%rbx,%r12), %ymm2
	vmovups	%ymm2, -80(%rsp)
	imulq	$84, %rdx, %rbx
	vmovups	(%rbx,%r12), %ymm2
	vmovups	%ymm2, 16(%rsp)
	imulq	$88, %rdx, %r13
	vaddps	%ymm5, %ymm3, %ymm4
	vsubps	%ymm5, %ymm3, %ymm3
	vaddps	%ymm0, %ymm8, %ymm2
	vsubps	%ymm0, %ymm8, %ymm5
	vaddps	%ymm2, %ymm4, %ymm0
	vmovups	%ymm0, 80(%rsp)
	vmovups	176(%rsp), %ymm0
	vfmadd213ps	%ymm4, %ymm0, %ymm2
	vmovups	%ymm2, 432(%rsp)
	vmovaps	%ymm0, %ymm2
	vmovups	208(%rsp), %ymm15
	vmovaps	%ymm15, %ymm0
	vfmadd213ps	%ymm3, %ymm5, %ymm0
	vmovups	%ymm0, 112(%rsp)
	vfmadd213ps	%ymm3, %ymm10, %ymm5
	vmovups	%ymm5, 464(%rsp)
	vaddps	%ymm6, %ymm1, %ymm0
	vsubps	%ymm6, %ymm1, %ymm1
	vaddps	%ymm7, %ymm12, %ymm4
	vsubps	%ymm12, %ymm7, %ymm3
	vaddps	%ymm4, %ymm0, %ymm5
	vmovups	%ymm5, -48(%rsp)
	vfmadd213ps	%ymm0, %ymm2, %ymm4
	vmovups	%ymm4, 368(%rsp)
	vmovaps	%ymm15, %ymm0
	vfmadd213ps	%ymm1, %ymm3, %ymm0
	vmovups	%ymm0, -16(%rsp)
	vfmadd213ps	%ymm1, %ymm10, %ymm3
	vmovups	%ymm3, 400(%rsp)
	vaddps	%ymm11, %ymm14, %ymm1
	vsubps	%ymm11, %ymm14, %ymm3
	vaddps	%ymm9, %ymm13, %ymm4
	vsubps	%ymm9, %ymm13, %ymm0
	vaddps	%ymm4, %ymm1, %ymm5
	vfmadd213ps	%ymm1, %ymm2, %ymm4
	vmovups	%ymm4, 304(%rsp)
	vmovaps	%ymm15, %ymm1
	vfmadd213ps	%ymm3, %ymm0, %ymm1
	vmovups	%ymm1, 272(%rsp)
	vfmadd213ps	%ymm3, %ymm10, %ymm0
	vmovups	%ymm0, 336(%rsp)
	vmovups	48(%rsp), %ymm0
	vmovups	-80(%rsp), %ymm3
	vaddps	%ymm3, %ymm0, %ymm1
	vsubps	%ymm3, %ymm0, %ymm3
	vmovups	(%r13,%r12), %ymm4
	vmovups	16(%rsp), %ymm0
	vaddps	%ymm4, %ymm0, %ymm13
	vsubps	%ymm4, %ymm0, %ymm0
	vaddps	%ymm1, %ymm13, %ymm4
	vmovups	%ymm4, -80(%rsp)
	vfmadd213ps	%ymm1, %ymm2, %ymm13
	vmovaps	%ymm15, %ymm11
	vfmadd213ps	%ymm3, %ymm0, %ymm11
	vfmadd213ps	%ymm3, %ymm10, %ymm0
	vmovups	%ymm0, 48(%rsp)
	imulq	$100, %rdx, %rbx
	imulq	$104, %rdx, %rbp
	vmovups	(%rbx,%r12), %ymm1
	vmovups	(%rbp,%r12), %ymm3
	vaddps	%ymm3, %ymm1, %ymm4
	vsubps	%ymm3, %ymm1, %ymm1
	imulq	$108, %rdx, %rbx
	imulq	$112, %rdx, %rbp
	vmovups	(%rbx,%r12), %ymm8
	vmovups	(%rbp,%r12), %ymm14
	vaddps	%ymm14, %ymm8, %ymm9
	vsubps	%ymm14, %ymm8, %ymm14
	vaddps	%ymm4, %ymm9, %ymm12
	vmovaps	%ymm2, %ymm3
	vfmadd213ps	%ymm4, %ymm2, %ymm9
	vmovaps	%ymm15, %ymm4
	vfmadd213ps	%ymm1, %ymm14, %ymm4
	vfmadd213ps	%ymm1, %ymm10, %ymm14
	imulq	$124, %rdx, %rbx
	movq	%rdx, %rbp
	shlq	$7, %rbp
	vmovups	(%rbx,%r12), %ymm1
	vmovups	(%rbp,%r12), %ymm8
	vaddps	%ymm1, %ymm8, %ymm0
	vsubps	%ymm8, %ymm1, %ymm2
	leaq	(%rbp,%rdx,4), %rbx
	leaq	(%rbp,%rdx,8), %rbp
	vmovups	(%r12,%rbx), %ymm1
	vmovups	(%r12,%rbp), %ymm7
	vaddps	%ymm7, %ymm1, %ymm8
	vsubps	%ymm7, %ymm1, %ymm1
	vaddps	%ymm0, %ymm8, %ymm6
	vmovups	%ymm6, 240(%rsp)
	vfmadd213ps	%ymm0, %ymm3, %ymm8
	vmovaps	%ymm3, %ymm7
	vmovaps	%ymm15, %ymm6
	vfmadd213ps	%ymm2, %ymm1, %ymm6
	vfmadd213ps	%ymm2, %ymm10, %ymm1
	vmovups	%ymm1, 16(%rsp)
	vmovups	-48(%rsp), %ymm0
	vaddps	(%r12,%rcx,8), %ymm0, %ymm2
	vaddps	(%r15,%r12), %ymm5, %ymm0
	vaddps	%ymm0, %ymm2, %ymm1
	vsubps	%ymm0, %ymm2, %ymm5
	movq	%rcx, %rbx
	vmovups	-80(%rsp), %ymm0
	vaddps	(%r12,%r9,8), %ymm0, %ymm2
	shlq	$5, %rbx
	vaddps	(%rbx,%r12), %ymm12, %ymm12
	vaddps	%ymm2, %ymm12, %ymm0
	vsubps	%ymm12, %ymm2, %ymm3
	vmovups	80(%rsp), %ymm2
	vaddps	(%rdi,%rax,4), %ymm2, %ymm2
	vaddps	%ymm0, %ymm1, %ymm12
	vaddps	%ymm2, %ymm12, %ymm2
	vmovups	%ymm2, -48(%rsp)
	vfmadd213ps	%ymm1, %ymm7, %ymm0
	vmovups	%ymm0, -80(%rsp)
	vmovaps	%ymm15, %ymm2
	vfmadd213ps	%ymm5, %ymm3, %ymm2
	vfmadd213ps	%ymm5, %ymm10, %ymm3
	imulq	$120, %rdx, %rbx
	vmovups	240(%rsp), %ymm0
	vaddps	(%rbx,%r12), %ymm0, %ymm1
	vaddps	%ymm1, %ymm3, %ymm0
	vmovups	%ymm0, 80(%rsp)
	vmovups	-16(%rsp), %ymm1
	vmovups	272(%rsp), %ymm3
	vaddps	%ymm3, %ymm1, %ymm0
	vsubps	%ymm3, %ymm1, %ymm1
	vaddps	%ymm4, %ymm11, %ymm12
	vsubps	%ymm4, %ymm11, %ymm3
	vaddps	%ymm0, %ymm12, %ymm4
	vaddps	112(%rsp), %ymm4, %ymm4
	vmovups	%ymm4, -16(%rsp)
	vfmadd213ps	%ymm0, %ymm7, %ymm12
	vmovaps	%ymm15, %ymm4
	vfmadd213ps	%ymm1, %ymm3, %ymm4
	vfmadd213ps	%ymm1, %ymm10, %ymm3
	vaddps	%ymm6, %ymm3, %ymm0
	vmovups	%ymm0, 112(%rsp)
	vmovups	368(%rsp), %ymm0
	vmovups	304(%rsp), %ymm3
	vaddps	%ymm3, %ymm0, %ymm1
	vsubps	%ymm3, %ymm0, %ymm3
	vaddps	%ymm9, %ymm13, %ymm6
	vsubps	%ymm9, %ymm13, %ymm5
	vaddps	%ymm6, %ymm1, %ymm9
	vaddps	432(%rsp), %ymm9, %ymm9
	vfmadd213ps	%ymm1, %ymm7, %ymm6
	vmovaps	%ymm15, %ymm1
	vfmadd213ps	%ymm3, %ymm5, %ymm1
	vfmadd213ps	%ymm3, %ymm10, %ymm5
	leaq	(%r8,%rdx,4), %rbx
	movq	-104(%rsp), %rbp
	vmovups	400(%rsp), %ymm0
	vaddps	(%rbp,%r12), %ymm0, %ymm3
	vmovups	336(%rsp), %ymm0
	vaddps	(%r12,%rbx), %ymm0, %ymm11
	vaddps	%ymm5, %ymm8, %ymm5
	vaddps	%ymm3, %ymm11, %ymm8
	vsubps	%ymm11, %ymm3, %ymm3
	imulq	$92, %rdx, %rbx
	vmovups	464(%rsp), %ymm0
	vaddps	(%r12,%r10,4), %ymm0, %ymm11
	vmovups	48(%rsp), %ymm0
	vaddps	(%rbx,%r12), %ymm0, %ymm13
	imulq	$116, %rdx, %rbx
	vaddps	(%rbx,%r12), %ymm14, %ymm14
	vaddps	%ymm14, %ymm13, %ymm0
	vsubps	%ymm14, %ymm13, %ymm13
	vaddps	%ymm0, %ymm8, %ymm14
	vaddps	%ymm14, %ymm11, %ymm11
	vfmadd213ps	%ymm8, %ymm7, %ymm0
	imulq	$140, %rdx, %rbx
	vmovups	16(%rsp), %ymm7
	vaddps	(%rbx,%r12), %ymm7, %ymm7
	vfmadd213ps	%ymm3, %ymm13, %ymm15
	vfmadd213ps	%ymm3, %ymm10, %ymm13
	vaddps	%ymm7, %ymm13, %ymm3
	vmovups	-48(%rsp), %ymm7
	vmovups	%ymm7, (%rsi,%rax,4)
	vmovups	-16(%rsp), %ymm7
	vmovups	%ymm7, 128(%rsi,%rax,4)
	vmovups	%ymm9, 256(%rsi,%rax,4)
	vmovups	%ymm11, 384(%rsi,%rax,4)
	vmovups	%ymm2, 1792(%rsi,%rax,4)
	vmovups	%ymm4, 1920(%rsi,%rax,4)
	vmovups	%ymm1, 2048(%rsi,%rax,4)
	vmovups	%ymm15, 2176(%rsi,%rax,4)
	vmovups	-80(%rsp), %ymm1
	vmovups	%ymm1, 3584(%rsi,%rax,4)
	vmovups	%ymm12, 3712(%rsi,%rax,4)
	vmovups	%ymm6, 3840(%rsi,%rax,4)
	vmovups	%ymm0, 3968(%rsi,%rax,4)
	vmovups	80(%rsp), %ymm0
	vmovups	%ymm0, 5376(%rsi,%rax,4)
	vmovups	112(%rsp), %ymm0
	vmovups	%ymm0, 5504(%rsi,%rax,4)
	vmovups	%ymm5, 5632(%rsi,%rax,4)
	vmovups	%ymm3, 5760(%rsi,%rax,4)
	cmpq	$24, %rax
	leaq	8(%rax), %rax
	jb	.LBB12_1
	addq	$504, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end12:
	.size	transform.output.4x4x32, .Lfunc_end12-transform.output.4x4x32

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI13_0:
	.long	0x40000000
.LCPI13_1:
	.long	0x40800000
.LCPI13_2:
	.long	0x41000000
	.text
	.p2align	4, 0x90
	.type	transform.output.4x2x32,@function
transform.output.4x2x32:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	xorl	%eax, %eax
	leaq	(%rdx,%rdx,2), %r14
	movq	%rdx, %rcx
	shlq	$4, %rcx
	movq	%rcx, -88(%rsp)
	leaq	(%rdx,%rdx,8), %r9
	leaq	(%r9,%r9,2), %rcx
	addq	%rdx, %rcx
	movq	%rcx, -96(%rsp)
	movq	%rdx, %r11
	shlq	$5, %r11
	leaq	(%rdx,%rdx,4), %r12
	movq	%r14, %r13
	shlq	$4, %r13
	imulq	$52, %rdx, %rcx
	movq	%rcx, -104(%rsp)
	imulq	$56, %rdx, %rcx
	movq	%rcx, -112(%rsp)
	imulq	$60, %rdx, %rcx
	movq	%rcx, -120(%rsp)
	movq	%rdx, %rbp
	shlq	$6, %rbp
	vbroadcastss	.LCPI13_0(%rip), %ymm3
	vbroadcastss	.LCPI13_1(%rip), %ymm0
	vmovups	%ymm0, -48(%rsp)
	vbroadcastss	.LCPI13_2(%rip), %ymm0
	vmovups	%ymm0, -80(%rsp)
	imulq	$76, %rdx, %r15
	.p2align	4, 0x90
.LBB13_1:
	leaq	(%rdi,%rax,4), %r8
	vmovups	(%r8,%rdx,4), %ymm14
	vmovups	(%r8,%rdx,8), %ymm1
	vmovups	(%r8,%r14,4), %ymm0
	movq	-88(%rsp), %rcx
	vmovups	(%rcx,%r8), %ymm15
	movq	-96(%rsp), %rcx
	vmovups	(%r8,%rcx), %ymm11
	vmovups	(%r11,%r8), %ymm13
	vmovups	(%r8,%r9,4), %ymm7
	vmovups	(%r8,%r12,8), %ymm12
	movq	-104(%rsp), %rcx
	vmovups	(%rcx,%r8), %ymm8
	movq	-112(%rsp), %rcx
	vmovups	(%rcx,%r8), %ymm10
	movq	-120(%rsp), %rcx
	vmovups	(%rcx,%r8), %ymm5
	vmovups	(%rbp,%r8), %ymm9
	vmovups	(%r15,%r8), %ymm4
	movq	%r12, %rbx
	shlq	$4, %rbx
	vmovups	(%rbx,%r8), %ymm6
	imulq	$84, %rdx, %rbx
	vaddps	%ymm1, %ymm14, %ymm2
	vsubps	%ymm1, %ymm14, %ymm1
	vaddps	%ymm0, %ymm15, %ymm14
	vaddps	%ymm2, %ymm14, %ymm2
	vmovups	%ymm2, -16(%rsp)
	vmovups	(%rbx,%r8), %ymm2
	imulq	$88, %rdx, %rbx
	vsubps	%ymm15, %ymm0, %ymm14
	vmovups	(%rbx,%r8), %ymm15
	imulq	$100, %rdx, %rbx
	vfmadd213ps	%ymm1, %ymm3, %ymm14
	vaddps	%ymm13, %ymm11, %ymm1
	vsubps	%ymm13, %ymm11, %ymm11
	vaddps	%ymm7, %ymm12, %ymm13
	vaddps	%ymm1, %ymm13, %ymm1
	vmovups	(%rbx,%r8), %ymm13
	imulq	$104, %rdx, %rbx
	vsubps	%ymm12, %ymm7, %ymm7
	vmovups	(%rbx,%r8), %ymm12
	imulq	$108, %rdx, %rbx
	vfmadd213ps	%ymm11, %ymm3, %ymm7
	vaddps	%ymm10, %ymm8, %ymm11
	vsubps	%ymm10, %ymm8, %ymm8
	vaddps	%ymm5, %ymm9, %ymm10
	vaddps	%ymm10, %ymm11, %ymm10
	vmovups	(%rbx,%r8), %ymm11
	imulq	$112, %rdx, %rbx
	vsubps	%ymm9, %ymm5, %ymm5
	vmovups	(%rbx,%r8), %ymm9
	imulq	$124, %rdx, %rbx
	vfmadd213ps	%ymm8, %ymm3, %ymm5
	vaddps	%ymm6, %ymm4, %ymm8
	vsubps	%ymm6, %ymm4, %ymm6
	vaddps	%ymm2, %ymm15, %ymm4
	vaddps	%ymm4, %ymm8, %ymm8
	vmovups	(%rbx,%r8), %ymm0
	movq	%rdx, %rbx
	shlq	$7, %rbx
	leaq	(%rbx,%rdx,4), %r10
	vsubps	%ymm15, %ymm2, %ymm4
	vmovups	(%r8,%r10), %ymm2
	vfmadd213ps	%ymm6, %ymm3, %ymm4
	vaddps	%ymm12, %ymm13, %ymm6
	vsubps	%ymm12, %ymm13, %ymm12
	vaddps	%ymm9, %ymm11, %ymm13
	vaddps	%ymm6, %ymm13, %ymm6
	vmovups	(%rbx,%r8), %ymm13
	leaq	(%rbx,%rdx,8), %rbx
	vsubps	%ymm9, %ymm11, %ymm9
	vmovups	(%r8,%rbx), %ymm11
	vfmadd213ps	%ymm12, %ymm3, %ymm9
	vaddps	%ymm0, %ymm13, %ymm12
	vsubps	%ymm13, %ymm0, %ymm0
	vaddps	%ymm2, %ymm11, %ymm13
	vaddps	%ymm13, %ymm12, %ymm12
	vsubps	%ymm11, %ymm2, %ymm2
	movq	%r14, %rcx
	shlq	$5, %rcx
	vmovups	-16(%rsp), %ymm11
	vaddps	(%rdi,%rax,4), %ymm11, %ymm11
	vaddps	(%r8,%r14,8), %ymm1, %ymm1
	vaddps	(%r13,%r8), %ymm10, %ymm10
	vaddps	(%r8,%r9,8), %ymm8, %ymm8
	vaddps	(%rcx,%r8), %ymm6, %ymm6
	vfmadd213ps	%ymm0, %ymm3, %ymm2
	vaddps	%ymm1, %ymm10, %ymm0
	vsubps	%ymm10, %ymm1, %ymm1
	vaddps	%ymm6, %ymm8, %ymm10
	vsubps	%ymm6, %ymm8, %ymm6
	vaddps	%ymm0, %ymm10, %ymm8
	vaddps	%ymm8, %ymm11, %ymm8
	vmovups	-48(%rsp), %ymm11
	vfmadd213ps	%ymm0, %ymm11, %ymm10
	vmovaps	%ymm3, %ymm0
	vfmadd213ps	%ymm1, %ymm6, %ymm0
	vmovups	-80(%rsp), %ymm13
	vfmadd213ps	%ymm1, %ymm13, %ymm6
	imulq	$120, %rdx, %rcx
	vaddps	(%rcx,%r8), %ymm12, %ymm1
	vaddps	%ymm1, %ymm6, %ymm1
	vaddps	%ymm5, %ymm7, %ymm6
	vsubps	%ymm5, %ymm7, %ymm5
	vaddps	%ymm4, %ymm9, %ymm7
	vsubps	%ymm9, %ymm4, %ymm4
	vaddps	%ymm7, %ymm6, %ymm9
	vaddps	%ymm9, %ymm14, %ymm9
	vfmadd213ps	%ymm6, %ymm11, %ymm7
	vmovaps	%ymm3, %ymm6
	vfmadd213ps	%ymm5, %ymm4, %ymm6
	vfmadd213ps	%ymm5, %ymm13, %ymm4
	vaddps	%ymm2, %ymm4, %ymm2
	vmovups	%ymm8, (%rsi,%rax,4)
	vmovups	%ymm9, 128(%rsi,%rax,4)
	vmovups	%ymm0, 1792(%rsi,%rax,4)
	vmovups	%ymm6, 1920(%rsi,%rax,4)
	vmovups	%ymm10, 3584(%rsi,%rax,4)
	vmovups	%ymm7, 3712(%rsi,%rax,4)
	vmovups	%ymm1, 5376(%rsi,%rax,4)
	vmovups	%ymm2, 5504(%rsi,%rax,4)
	cmpq	$24, %rax
	leaq	8(%rax), %rax
	jb	.LBB13_1
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end13:
	.size	transform.output.4x2x32, .Lfunc_end13-transform.output.4x2x32

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI14_0:
	.long	0x40000000
.LCPI14_1:
	.long	0x40800000
.LCPI14_2:
	.long	0x41000000
	.text
	.p2align	4, 0x90
	.type	transform.output.2x4x32,@function
transform.output.2x4x32:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$344, %rsp
	xorl	%eax, %eax
	leaq	(%rdx,%rdx,2), %r15
	movq	%rdx, %rcx
	shlq	$4, %rcx
	movq	%rcx, -88(%rsp)
	leaq	(%rdx,%rdx,8), %r9
	leaq	(%r9,%r9,2), %rcx
	addq	%rdx, %rcx
	movq	%rcx, -96(%rsp)
	movq	%rdx, %rcx
	shlq	$5, %rcx
	movq	%rcx, -104(%rsp)
	leaq	(%rdx,%rdx,4), %r10
	imulq	$44, %rdx, %rcx
	movq	%rcx, -112(%rsp)
	movq	%r15, %r11
	shlq	$4, %r11
	imulq	$52, %rdx, %rcx
	movq	%rcx, -120(%rsp)
	imulq	$56, %rdx, %rcx
	movq	%rcx, -128(%rsp)
	movq	%rdx, %r13
	shlq	$6, %r13
	vbroadcastss	.LCPI14_0(%rip), %ymm0
	vmovups	%ymm0, -16(%rsp)
	vbroadcastss	.LCPI14_1(%rip), %ymm0
	vmovups	%ymm0, -48(%rsp)
	vbroadcastss	.LCPI14_2(%rip), %ymm0
	vmovups	%ymm0, -80(%rsp)
	imulq	$60, %rdx, %r14
	vmovups	-16(%rsp), %ymm11
	.p2align	4, 0x90
.LBB14_1:
	leaq	(%rdi,%rax,4), %r12
	vmovups	(%r12,%rdx,4), %ymm1
	vmovups	(%r12,%rdx,8), %ymm5
	vmovups	(%r12,%r15,4), %ymm2
	movq	-88(%rsp), %rcx
	vmovups	(%rcx,%r12), %ymm6
	movq	-96(%rsp), %rcx
	vmovups	(%r12,%rcx), %ymm9
	movq	-104(%rsp), %rcx
	vmovups	(%rcx,%r12), %ymm7
	vmovups	(%r12,%r9,4), %ymm3
	vmovups	(%r12,%r10,8), %ymm8
	movq	-120(%rsp), %rcx
	vmovups	(%rcx,%r12), %ymm10
	movq	-128(%rsp), %rcx
	vmovups	(%rcx,%r12), %ymm13
	vmovups	(%r14,%r12), %ymm14
	vmovups	(%r13,%r12), %ymm15
	imulq	$76, %rdx, %rbp
	vmovups	(%rbp,%r12), %ymm0
	vmovups	%ymm0, 144(%rsp)
	movq	%r10, %rbx
	shlq	$4, %rbx
	vmovups	(%rbx,%r12), %ymm0
	vmovups	%ymm0, 80(%rsp)
	imulq	$84, %rdx, %rbp
	vmovups	(%rbp,%r12), %ymm12
	imulq	$88, %rdx, %r8
	vaddps	%ymm5, %ymm1, %ymm0
	vsubps	%ymm5, %ymm1, %ymm1
	vaddps	%ymm6, %ymm2, %ymm4
	vsubps	%ymm6, %ymm2, %ymm2
	vaddps	%ymm4, %ymm0, %ymm5
	vmovups	%ymm5, 176(%rsp)
	vmovups	-48(%rsp), %ymm5
	vfmadd213ps	%ymm0, %ymm5, %ymm4
	vmovups	%ymm4, 272(%rsp)
	vmovaps	%ymm11, %ymm0
	vfmadd213ps	%ymm1, %ymm2, %ymm0
	vmovups	%ymm0, 208(%rsp)
	vmovups	-80(%rsp), %ymm4
	vfmadd213ps	%ymm1, %ymm4, %ymm2
	vmovups	%ymm2, 304(%rsp)
	vaddps	%ymm7, %ymm9, %ymm0
	vsubps	%ymm7, %ymm9, %ymm1
	vaddps	%ymm3, %ymm8, %ymm6
	vsubps	%ymm8, %ymm3, %ymm2
	vaddps	%ymm6, %ymm0, %ymm3
	vmovups	%ymm3, 16(%rsp)
	vfmadd213ps	%ymm0, %ymm5, %ymm6
	vmovups	%ymm6, 112(%rsp)
	vmovaps	%ymm11, %ymm7
	vfmadd213ps	%ymm1, %ymm2, %ymm7
	vfmadd213ps	%ymm1, %ymm4, %ymm2
	vmovups	%ymm2, 240(%rsp)
	vaddps	%ymm13, %ymm10, %ymm8
	vsubps	%ymm13, %ymm10, %ymm9
	vaddps	%ymm15, %ymm14, %ymm13
	vsubps	%ymm15, %ymm14, %ymm1
	vaddps	%ymm13, %ymm8, %ymm10
	vfmadd213ps	%ymm8, %ymm5, %ymm13
	vmovaps	%ymm11, %ymm0
	vfmadd213ps	%ymm9, %ymm1, %ymm0
	vfmadd213ps	%ymm9, %ymm4, %ymm1
	vmovups	%ymm1, 48(%rsp)
	vmovups	144(%rsp), %ymm1
	vmovups	80(%rsp), %ymm2
	vaddps	%ymm2, %ymm1, %ymm14
	vsubps	%ymm2, %ymm1, %ymm15
	vmovups	(%r8,%r12), %ymm9
	vaddps	%ymm9, %ymm12, %ymm8
	vsubps	%ymm9, %ymm12, %ymm9
	vaddps	%ymm8, %ymm14, %ymm1
	vfmadd213ps	%ymm14, %ymm5, %ymm8
	vmovaps	%ymm11, %ymm14
	vfmadd213ps	%ymm15, %ymm9, %ymm14
	vfmadd213ps	%ymm15, %ymm4, %ymm9
	imulq	$100, %rdx, %rbp
	imulq	$104, %rdx, %rbx
	vmovups	(%rbp,%r12), %ymm12
	vmovups	(%rbx,%r12), %ymm15
	vaddps	%ymm15, %ymm12, %ymm6
	vsubps	%ymm15, %ymm12, %ymm15
	imulq	$108, %rdx, %rbp
	imulq	$112, %rdx, %rbx
	vmovups	(%rbp,%r12), %ymm12
	vmovups	(%rbx,%r12), %ymm2
	vaddps	%ymm2, %ymm12, %ymm3
	vsubps	%ymm2, %ymm12, %ymm12
	vaddps	%ymm3, %ymm6, %ymm2
	vfmadd213ps	%ymm6, %ymm5, %ymm3
	vmovaps	%ymm11, %ymm6
	vfmadd213ps	%ymm15, %ymm12, %ymm6
	vfmadd213ps	%ymm15, %ymm4, %ymm12
	vmovups	16(%rsp), %ymm4
	vaddps	(%r12,%r15,8), %ymm4, %ymm15
	vaddps	(%r11,%r12), %ymm10, %ymm5
	vaddps	%ymm5, %ymm15, %ymm4
	vsubps	%ymm5, %ymm15, %ymm5
	movq	%r15, %rcx
	vmovups	176(%rsp), %ymm10
	vaddps	(%rdi,%rax,4), %ymm10, %ymm15
	vaddps	(%r12,%r9,8), %ymm1, %ymm1
	shlq	$5, %rcx
	vaddps	(%rcx,%r12), %ymm2, %ymm2
	vaddps	%ymm2, %ymm1, %ymm10
	vaddps	%ymm4, %ymm10, %ymm4
	vaddps	%ymm4, %ymm15, %ymm4
	vsubps	%ymm2, %ymm1, %ymm1
	vfmadd213ps	%ymm5, %ymm11, %ymm1
	vaddps	%ymm0, %ymm7, %ymm2
	vsubps	%ymm0, %ymm7, %ymm0
	vaddps	%ymm6, %ymm14, %ymm5
	vaddps	%ymm5, %ymm2, %ymm2
	vaddps	208(%rsp), %ymm2, %ymm2
	vsubps	%ymm6, %ymm14, %ymm5
	vfmadd213ps	%ymm0, %ymm11, %ymm5
	vmovups	112(%rsp), %ymm6
	vaddps	%ymm6, %ymm13, %ymm0
	vsubps	%ymm13, %ymm6, %ymm6
	vaddps	%ymm3, %ymm8, %ymm7
	vaddps	%ymm7, %ymm0, %ymm0
	vaddps	272(%rsp), %ymm0, %ymm0
	vsubps	%ymm3, %ymm8, %ymm3
	leaq	(,%rdx,4), %rcx
	addq	%r13, %rcx
	vmovups	48(%rsp), %ymm7
	vaddps	(%r12,%rcx), %ymm7, %ymm7
	imulq	$92, %rdx, %rcx
	vaddps	(%rcx,%r12), %ymm9, %ymm8
	imulq	$116, %rdx, %rcx
	vaddps	(%rcx,%r12), %ymm12, %ymm9
	movq	-112(%rsp), %rcx
	vmovups	240(%rsp), %ymm10
	vaddps	(%rcx,%r12), %ymm10, %ymm10
	vfmadd213ps	%ymm6, %ymm11, %ymm3
	vaddps	%ymm7, %ymm10, %ymm6
	vsubps	%ymm7, %ymm10, %ymm7
	vaddps	%ymm9, %ymm8, %ymm10
	vaddps	%ymm6, %ymm10, %ymm6
	vmovups	304(%rsp), %ymm10
	vaddps	(%r12,%r10,4), %ymm10, %ymm10
	vaddps	%ymm6, %ymm10, %ymm6
	vsubps	%ymm9, %ymm8, %ymm8
	vfmadd213ps	%ymm7, %ymm11, %ymm8
	vmovups	%ymm4, (%rsi,%rax,4)
	vmovups	%ymm2, 128(%rsi,%rax,4)
	vmovups	%ymm0, 256(%rsi,%rax,4)
	vmovups	%ymm6, 384(%rsi,%rax,4)
	vmovups	%ymm1, 1792(%rsi,%rax,4)
	vmovups	%ymm5, 1920(%rsi,%rax,4)
	vmovups	%ymm3, 2048(%rsi,%rax,4)
	vmovups	%ymm8, 2176(%rsi,%rax,4)
	cmpq	$24, %rax
	leaq	8(%rax), %rax
	jb	.LBB14_1
	addq	$344, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end14:
	.size	transform.output.2x4x32, .Lfunc_end14-transform.output.2x4x32

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI15_0:
	.long	0x40000000
	.text
	.p2align	4, 0x90
	.type	transform.output.2x2x32,@function
transform.output.2x2x32:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	xorl	%eax, %eax
	leaq	(%rdx,%rdx,2), %rcx
	movq	%rdx, %rbp
	shlq	$4, %rbp
	movq	%rbp, -8(%rsp)
	leaq	(%rdx,%rdx,8), %r9
	leaq	(%r9,%r9,2), %rbp
	addq	%rdx, %rbp
	movq	%rbp, -16(%rsp)
	movq	%rdx, %r11
	shlq	$5, %r11
	leaq	(%rdx,%rdx,4), %r15
	movq	%rcx, %r14
	shlq	$4, %r14
	imulq	$52, %rdx, %rbp
	movq	%rbp, -24(%rsp)
	imulq	$56, %rdx, %r12
	imulq	$60, %rdx, %r13
	movq	%rdx, %rbp
	shlq	$6, %rbp
	vbroadcastss	.LCPI15_0(%rip), %ymm0
	imulq	$76, %rdx, %r8
	.p2align	4, 0x90
.LBB15_1:
	leaq	(%rdi,%rax,4), %r10
	vmovups	(%r10,%rdx,4), %ymm2
	vmovups	(%r10,%rdx,8), %ymm11
	vmovups	(%r10,%rcx,4), %ymm1
	movq	-8(%rsp), %rbx
	vmovups	(%rbx,%r10), %ymm12
	movq	-16(%rsp), %rbx
	vmovups	(%r10,%rbx), %ymm8
	vmovups	(%r11,%r10), %ymm10
	vmovups	(%r10,%r9,4), %ymm7
	vmovups	(%r10,%r15,8), %ymm9
	movq	-24(%rsp), %rbx
	vmovups	(%rbx,%r10), %ymm4
	vmovups	(%r12,%r10), %ymm6
	vmovups	(%r13,%r10), %ymm3
	vmovups	(%rbp,%r10), %ymm5
	vaddps	%ymm2, %ymm11, %ymm13
	vsubps	%ymm11, %ymm2, %ymm11
	vaddps	%ymm1, %ymm12, %ymm2
	vaddps	%ymm2, %ymm13, %ymm2
	vmovups	(%r8,%r10), %ymm13
	movq	%r15, %rbx
	shlq	$4, %rbx
	vsubps	%ymm12, %ymm1, %ymm1
	vmovups	(%rbx,%r10), %ymm12
	imulq	$84, %rdx, %rbx
	vfmadd213ps	%ymm11, %ymm0, %ymm1
	vaddps	%ymm10, %ymm8, %ymm11
	vsubps	%ymm10, %ymm8, %ymm8
	vaddps	%ymm7, %ymm9, %ymm10
	vaddps	%ymm10, %ymm11, %ymm10
	vmovups	(%rbx,%r10), %ymm11
	imulq	$88, %rdx, %rbx
	vsubps	%ymm9, %ymm7, %ymm7
	vmovups	(%rbx,%r10), %ymm9
	imulq	$100, %rdx, %rbx
	vfmadd213ps	%ymm8, %ymm0, %ymm7
	vaddps	%ymm6, %ymm4, %ymm8
	vsubps	%ymm6, %ymm4, %ymm4
	vaddps	%ymm5, %ymm3, %ymm6
	vaddps	%ymm6, %ymm8, %ymm6
	vmovups	(%rbx,%r10), %ymm8
	imulq	$104, %rdx, %rbx
	vsubps	%ymm5, %ymm3, %ymm3
	vmovups	(%rbx,%r10), %ymm5
	imulq	$108, %rdx, %rbx
	vfmadd213ps	%ymm4, %ymm0, %ymm3
	vaddps	%ymm12, %ymm13, %ymm4
	vsubps	%ymm12, %ymm13, %ymm12
	vaddps	%ymm9, %ymm11, %ymm13
	vaddps	%ymm4, %ymm13, %ymm4
	vmovups	(%rbx,%r10), %ymm13
	imulq	$112, %rdx, %rbx
	vsubps	%ymm9, %ymm11, %ymm9
	vmovups	(%rbx,%r10), %ymm11
	vfmadd213ps	%ymm12, %ymm0, %ymm9
	vaddps	%ymm5, %ymm8, %ymm12
	vsubps	%ymm5, %ymm8, %ymm5
	vaddps	%ymm11, %ymm13, %ymm8
	vaddps	%ymm8, %ymm12, %ymm8
	movq	%rcx, %rbx
	shlq	$5, %rbx
	vaddps	(%rbx,%r10), %ymm8, %ymm8
	vaddps	(%r10,%rcx,8), %ymm10, %ymm10
	vaddps	(%r14,%r10), %ymm6, %ymm6
	vaddps	(%r10,%r9,8), %ymm4, %ymm4
	vsubps	%ymm11, %ymm13, %ymm11
	vfmadd213ps	%ymm5, %ymm0, %ymm11
	vaddps	%ymm6, %ymm10, %ymm5
	vsubps	%ymm6, %ymm10, %ymm6
	vaddps	%ymm4, %ymm8, %ymm10
	vaddps	%ymm5, %ymm10, %ymm5
	vaddps	(%rdi,%rax,4), %ymm2, %ymm2
	vaddps	%ymm5, %ymm2, %ymm2
	vsubps	%ymm8, %ymm4, %ymm4
	vfmadd213ps	%ymm6, %ymm0, %ymm4
	vaddps	%ymm3, %ymm7, %ymm5
	vsubps	%ymm3, %ymm7, %ymm3
	vaddps	%ymm11, %ymm9, %ymm6
	vaddps	%ymm6, %ymm5, %ymm5
	vaddps	%ymm5, %ymm1, %ymm1
	vsubps	%ymm11, %ymm9, %ymm5
	vfmadd213ps	%ymm3, %ymm0, %ymm5
	vmovups	%ymm2, (%rsi,%rax,4)
	vmovups	%ymm1, 128(%rsi,%rax,4)
	vmovups	%ymm4, 1792(%rsi,%rax,4)
	vmovups	%ymm5, 1920(%rsi,%rax,4)
	cmpq	$24, %rax
	leaq	8(%rax), %rax
	jb	.LBB15_1
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end15:
	.size	transform.output.2x2x32, .Lfunc_end15-transform.output.2x2x32

	.hidden	convnet_2_x86_64_v3_k7
	.globl	convnet_2_x86_64_v3_k7
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k7,@function
convnet_2_x86_64_v3_k7:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB16_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$28, %rdx
	movq	%rsi, %rdx
	jb	.LBB16_1
	retq
.Lfunc_end16:
	.size	convnet_2_x86_64_v3_k7, .Lfunc_end16-convnet_2_x86_64_v3_k7

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI17_0:
	.long	0x3ba72f05
	.text
	.hidden	convnet_2_x86_64_v3_k8
	.globl	convnet_2_x86_64_v3_k8
	.p2align	4, 0x90
	.type	convnet_2_x86_64_v3_k8,@function
convnet_2_x86_64_v3_k8:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	vbroadcastss	.LCPI17_0(%rip), %ymm0
	vmulps	(%rax), %ymm0, %ymm1
	vmulps	32(%rax), %ymm0, %ymm2
	vmulps	64(%rax), %ymm0, %ymm3
	vmulps	96(%rax), %ymm0, %ymm0
	vmovups	%ymm1, (%rcx)
	vmovups	%ymm2, 32(%rcx)
	vmovups	%ymm3, 64(%rcx)
	vmovups	%ymm0, 96(%rcx)
	vzeroupper
	retq
.Lfunc_end17:
	.size	convnet_2_x86_64_v3_k8, .Lfunc_end17-convnet_2_x86_64_v3_k8

	.type	table,@object
	.section	.rodata,"a",@progbits
	.p2align	4
table:
	.quad	0
	.quad	1
	.quad	2
	.quad	3
	.quad	4
	.quad	5
	.quad	6
	.quad	7
	.quad	8
	.quad	9
	.quad	10
	.quad	11
	.quad	12
	.quad	13
	.quad	14
	.quad	15
	.quad	16
	.quad	17
	.quad	18
	.quad	19
	.quad	20
	.quad	21
	.quad	22
	.quad	23
	.quad	24
	.quad	25
	.quad	26
	.quad	27
	.quad	30
	.quad	31
	.quad	32
	.quad	33
	.quad	34
	.quad	35
	.quad	36
	.quad	37
	.quad	38
	.quad	39
	.quad	40
	.quad	41
	.quad	42
	.quad	43
	.quad	44
	.quad	45
	.quad	46
	.quad	47
	.quad	48
	.quad	49
	.quad	50
	.quad	51
	.quad	52
	.quad	53
	.quad	54
	.quad	55
	.quad	56
	.quad	57
	.quad	60
	.quad	61
	.quad	62
	.quad	63
	.quad	64
	.quad	65
	.quad	66
	.quad	67
	.quad	68
	.quad	69
	.quad	70
	.quad	71
	.quad	72
	.quad	73
	.quad	74
	.quad	75
	.quad	76
	.quad	77
	.quad	78
	.quad	79
	.quad	80
	.quad	81
	.quad	82
	.quad	83
	.quad	84
	.quad	85
	.quad	86
	.quad	87
	.quad	90
	.quad	91
	.quad	92
	.quad	93
	.quad	94
	.quad	95
	.quad	96
	.quad	97
	.quad	98
	.quad	99
	.quad	100
	.quad	101
	.quad	102
	.quad	103
	.quad	104
	.quad	105
	.quad	106
	.quad	107
	.quad	108
	.quad	109
	.quad	110
	.quad	111
	.quad	112
	.quad	113
	.quad	114
	.quad	115
	.quad	116
	.quad	117
	.quad	120
	.quad	121
	.quad	122
	.quad	123
	.quad	124
	.quad	125
	.quad	126
	.quad	127
	.quad	128
	.quad	129
	.quad	130
	.quad	131
	.quad	132
	.quad	133
	.quad	134
	.quad	135
	.quad	136
	.quad	137
	.quad	138
	.quad	139
	.quad	140
	.quad	141
	.quad	142
	.quad	143
	.quad	144
	.quad	145
	.quad	146
	.quad	147
	.quad	150
	.quad	151
	.quad	152
	.quad	153
	.quad	154
	.quad	155
	.quad	156
	.quad	157
	.quad	158
	.quad	159
	.quad	160
	.quad	161
	.quad	162
	.quad	163
	.quad	164
	.quad	165
	.quad	166
	.quad	167
	.quad	168
	.quad	169
	.quad	170
	.quad	171
	.quad	172
	.quad	173
	.quad	174
	.quad	175
	.quad	176
	.quad	177
	.quad	180
	.quad	181
	.quad	182
	.quad	183
	.quad	184
	.quad	185
	.quad	186
	.quad	187
	.quad	188
	.quad	189
	.quad	190
	.quad	191
	.quad	192
	.quad	193
	.quad	194
	.quad	195
	.quad	196
	.quad	197
	.quad	198
	.quad	199
	.quad	200
	.quad	201
	.quad	202
	.quad	203
	.quad	204
	.quad	205
	.quad	206
	.quad	207
	.size	table, 1568

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
